"""Who makes changes: each name once, under an id that tells nothing once the name is erased."""

import secrets

from sqlalchemy import Connection, delete, insert, select, update

from detector.core.text import keepable
from detector.store.chain import author_id
from detector.store.tables import authors, deletions, revisions


def author_of(connection: Connection, name: str) -> str | None:
    """The id of whoever has that name, new where nobody has it yet; None where there is no name."""
    kept = keepable(name)
    if not kept:
        return None
    known = select(authors.c.id).where(authors.c.name == kept).limit(1)
    # Held until the change is written: nobody may forget it as unused in between.
    found = connection.execute(known.with_for_update(read=True, key_share=True)).scalar()
    if found is not None:
        return str(found)
    salt = secrets.token_hex(16)
    made = author_id(salt, kept)
    connection.execute(insert(authors), {"id": made, "salt": salt, "name": kept})
    return made


def authors_named(connection: Connection, name: str) -> tuple[str, ...]:
    """Every id of that name: two programs that met it at the same moment may each have made one."""
    found = connection.execute(select(authors.c.id).where(authors.c.name == keepable(name)).order_by(authors.c.id))
    return tuple(str(one) for one in found.scalars())


def empty_name(connection: Connection, author: str) -> None:
    """Leave of an author nothing but the id; the log of deletions has to say so first."""
    connection.execute(update(authors).where(authors.c.id == author).values(salt="", name=""))


def forget_unused(connection: Connection) -> tuple[str, ...]:
    """Remove every author of whom no change and no deletion is left, and their names."""
    still_used = [select(of.c.author).where(of.c.author.is_not(None)) for of in (revisions, deletions)]
    unused = [authors.c.id.not_in(used) for used in still_used]
    # Whoever makes a change in that name at this moment is waited for; only then is it seen whether it is used.
    held = connection.execute(select(authors.c.id).where(*unused).with_for_update()).scalars().all()
    unused.append(authors.c.id.in_(held))
    names = connection.execute(select(authors.c.name).where(*unused)).scalars().all()
    connection.execute(delete(authors).where(*unused))
    return tuple(str(name) for name in names)

"""Joining a workshop: its code, and choosing the group one belongs to."""

import secrets

from sqlalchemy import Connection, insert, select, update

from detector.core.workshop.workshop import Workshop, WorkshopPhase
from detector.store.tables import people, votes, workshops
from detector.store.workshops.records import NotInWorkshop

# Without letters and figures that look alike on a screen ten metres away.
ALPHABET = "ABCDEFGHJKMNPQRTUVWXY346789"
CODE_LENGTH = 6

ENDED = "This workshop has ended, so nobody can join it any more. Thank you for coming."
NO_SUCH_GROUP = "That is not one of this workshop's groups. Choose one from the list."
ANSWERED = "You have answered for another group already, so you stay in it."


def join_workshop(connection: Connection, room: Workshop, key: str, person: str, group: str) -> None:
    """Note the person's group, in place of an earlier one that they have not answered for.

    Raises:
        NotInRoom: there is no such group, the workshop has ended, or the person has answered for another group.
    """
    if room.phase is WorkshopPhase.ENDED:
        raise NotInWorkshop(ENDED)
    if group not in room.groups:
        raise NotInWorkshop(NO_SUCH_GROUP)
    mine = (people.c.workshop_key == key) & (people.c.person == person)
    before = connection.execute(select(people.c.group_id).where(mine)).scalar()
    if before is None:
        connection.execute(insert(people), {"workshop_key": key, "person": person, "group_id": group})
    elif before != group:
        # An answer moved from one group to another would show, by the difference, whose it was.
        answered = select(votes.c.person).where(votes.c.workshop_key == key, votes.c.person == person).limit(1)
        if connection.execute(answered).first() is not None:
            raise NotInWorkshop(ANSWERED)
        connection.execute(update(people).where(mine).values(group_id=group))


def free_code(connection: Connection) -> str:
    """A join code that no open workshop has."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if connection.execute(select(workshops.c.key).where(workshops.c.code == code)).first() is None:
            return code

"""`history`: who changed an assessment, when, and what was there before and after."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import fill
from urllib.parse import parse_qs, urlsplit

from detector.app_settings import settings
from detector.cli.block_text import WIDTH
from detector.cli.check import bank_in_use
from detector.core.bank import Bank
from detector.core.errors import StoreError
from detector.core.history import short
from detector.core.text import one_line
from detector.store import Listing, Revision
from detector.store.location import sqlite_url
from detector.store.looking import WholeHistory, all_listings, history_of, looked_at
from detector.wording.changes import item_in_words, value_in_words
from detector.wording.kept_result import kept_result_in_words
from detector.wording.plain import counted, day

_IN_ADDRESS = "assessment"


class AskedOfHistory(argparse.Namespace):
    """What was asked for of a history."""

    kept_in: Path | None
    assessment: str


def history_words(command: argparse.ArgumentParser) -> None:
    """What `history` takes."""
    command.description = (
        "Tells every change of an assessment, the newest last: who, when, what was there before and after. Lists the "
        "assessments where there are several and none is named. The app may be running."
    )
    command.add_argument(
        "kept_in", metavar="FILE", nargs="?", type=Path, help="a database or a backup (default: what the app keeps)"
    )
    which_help = "which assessment: its service's name, or its address"
    command.add_argument("--assessment", metavar="NAME", default="", help=which_help)


def history(file: Path | None, wanted: str) -> int:
    """Print the history of the assessment that is wanted, or of the only one, or a list of all.

    Raises:
        StoreError: if there is no such file or assessment, or it cannot be read.
        BankError: if the bank has problems.

    """
    bank = bank_in_use()
    with looked_at(sqlite_url(file.absolute()) if file else settings().database_url) as connection:
        there = all_listings(connection)
        found = _those(there, wanted)
        lines = _told(bank, found[0], history_of(connection, found[0].key)) if len(found) == 1 else _listed(found)
        for line in lines:
            print(line)
    return 0


def _those(there: Sequence[Listing], wanted: str) -> Sequence[Listing]:
    """The assessments that are meant: by address, else by name, else by a part of it; all where none is named."""
    if not there:
        raise StoreError("No assessment is kept here.")
    if not wanted:
        return there
    key = parse_qs(urlsplit(wanted).query).get(_IN_ADDRESS, [wanted])[0]
    name = wanted.casefold()
    for found in (
        [each for each in there if each.key == key],
        [each for each in there if each.name.casefold() == name],
        [each for each in there if name in each.name.casefold()],
    ):
        if found:
            return found
    raise StoreError(f"{wanted}: There is no assessment of that name or address. Leave --assessment out to see all.")


def _listed(found: Sequence[Listing]) -> Iterator[str]:
    yield f"{counted(len(found), 'assessment')}. Choose one: --assessment NAME, or the letters before its name."
    for each in found:
        binned = ", in the bin" if each.binned_at else ""
        yield f"{each.key}  {_name(each)}, changed on {_moment(each.changed_at)}{binned}"


def _name(listing: Listing) -> str:
    named = one_line(", ".join(filter(None, (listing.name, listing.council))))
    return named or "A service without a name"


def _told(bank: Bank, listing: Listing, told: WholeHistory) -> Iterator[str]:
    yield _name(listing)
    yield f"{counted(told.head.changes, 'change')}. Head of the history: {told.head.link}"
    yield f"Documents print its first letters: {short(told.head.link)}"
    said = {each.number: each.result for each in told.results}
    for change in told.changes:
        yield ""
        yield _wrapped(f"{change.number}. {_moment(change.at)}, {_who(change)}: {item_in_words(bank, change.item)}")
        if change.number <= told.created_with:
            yield _wrapped(f"created with: {_after(bank, change, listing.bank_version)}")
        else:
            yield from _changed(bank, change, listing.bank_version)
        if change.number in said:
            yield _wrapped(f"the result then: {kept_result_in_words(said[change.number])}")


def _changed(bank: Bank, change: Revision, version: str) -> Iterator[str]:
    if change.undoes is not None:
        yield _wrapped(f"takes back change {change.undoes}")
    before = value_in_words(bank, change.item, change.before, change.before_erased, answered_on=version)
    yield _wrapped(f"before: {before}")
    yield _wrapped(f"after: {_after(bank, change, version)}")


def _after(bank: Bank, change: Revision, version: str) -> str:
    return value_in_words(bank, change.item, change.value, change.erased, answered_on=version)


def _who(change: Revision) -> str:
    if change.name_erased is not None:
        return f"a name erased on {day(change.name_erased)}"
    return one_line(change.by) or "somebody without a name"


def _moment(at: datetime) -> str:
    # The clock at this computer, as on the officer's wall.
    local = at.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def _wrapped(text: str) -> str:
    indent = "" if text[:1].isdigit() else "   "
    return fill(one_line(text), WIDTH, initial_indent=indent, subsequent_indent="   ", break_on_hyphens=False)

"""From an assessment file to an answer sheet, or every problem at once."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.errors import FileError, Problem
from detector.core.history import Head
from detector.files.assessment.brought_over import KEY, read_brought_over
from detector.files.assessment.decoding import add_repeated_keys, decode
from detector.files.assessment.entries import read_answers, read_plan, read_workshop
from detector.files.assessment.header import check_format, file_bank_version
from detector.files.assessment.history import read_history
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.migration import migrate
from detector.files.assessment.problems import Context, ProblemList
from detector.files.assessment.sections import read_facts, read_money, read_service, read_weights

_KEYS = (
    "format",
    "format_version",
    "bank_version",
    "service",
    "facts",
    "weights",
    "answers",
    "plan",
    "workshop",
    "money",
    KEY,
    "history",
)


@dataclass(frozen=True)
class Imported:
    """The answers of a file, and, where it was made with an older bank, what was changed, a line a change.

    `head` is what the file says of the history that it was taken from, None where it says nothing.
    """

    sheet: AnswerSheet
    migration_report: tuple[str, ...]
    head: Head | None = None


def read_assessment(data: bytes, bank: Bank) -> Imported:
    """The answers in an assessment file, checked against the bank.

    Raises:
        FileError: with every problem in the file.

    """
    tree = _group(decode(data))
    problems = ProblemList()
    add_repeated_keys(tree, problems)
    check_format(tree, problems)
    migrated = migrate(tree, file_bank_version(tree, bank, problems), bank, problems)
    context = Context(bank, migrated.former, problems)
    context.refuse_unknown_keys("the file", tree, _KEYS)
    sheet, head = _sheet(migrated.members, context), read_history(migrated.members, context)
    problems.refuse_any()
    return Imported(sheet, migrated.report, head)


def _group(tree: Json) -> dict[str, Json]:
    if isinstance(tree, dict):
        return tree
    raise FileError([Problem("the file", f"It holds {named(tree)}, not an assessment.", "It should start with {.")])


def _sheet(members: dict[str, Json], context: Context) -> AnswerSheet:
    return AnswerSheet(
        bank_version=context.bank.version,
        service=read_service(members, context),
        facts=read_facts(members, context),
        weights=read_weights(members, context),
        answers=read_answers(members, context),
        plan=read_plan(members, context),
        workshop=read_workshop(members, context),
        money=read_money(members, context),
        brought_over=read_brought_over(members, context),
    )

"""What to find out first, in sentences."""

from collections.abc import Iterator

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.robustness.find_out_first import ToFindOut
from detector.core.robustness.outlook import FIRST_VIEW
from detector.wording.firmness import of_100
from detector.wording.plain import counted

NOTHING_LEFT = "What is not known yet cannot change the verdict, so nothing needs finding out first."


def deciding(each: ToFindOut) -> str:
    """In how many of 100 ways an answer alone decides the verdict."""
    return of_100(each.decides)


def deciding_sentence(each: ToFindOut) -> str:
    """What that number says."""
    return (
        f"In {deciding(each)} of 100 ways the other open answers could turn out, this one alone decides the verdict."
    )


def best_placed(bank: Bank, each: ToFindOut) -> tuple[str, ...]:
    """Who can answer it best, by name: of a fact, whoever can answer the first question it is about."""
    index = index_of(bank)
    return tuple(index.stakeholders[person].name for person in index.questions[each.questions[0]].best_placed)


def find_out_sentences(assessment: Assessment) -> Iterator[str]:
    """Why there is nothing to find out first, or that enough is known for a first view; nothing where neither."""
    if assessment.unknowns and assessment.verdict.settled:
        yield NOTHING_LEFT
        return
    if assessment.unknowns and assessment.first_view is not None:
        yield first_view_sentence(assessment)


def first_view_sentence(assessment: Assessment) -> str:
    """That enough is known for a first view, with what that takes of the open answers."""
    enough = "enough for a first view, not for a decision" if assessment.provisional else "enough for a first view"
    return (
        "If the open answers turn out like those known, they change the verdict in fewer than "
        f"{FIRST_VIEW} of 100 ways: {enough}."
    )


def more_sentence(left: int) -> str:
    """How many are not listed."""
    return f"And {counted(left, 'more answer')} not known yet, which decide it no more often."

"""What to find out first: the unknown answers, by how often each alone decides the verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, GateKind
from detector.core.bank.index import index_of
from detector.core.conditions import open_subjects
from detector.core.gates import GateResult
from detector.core.robustness.drawn_sheets import DrawnSheets, decides, is_settled
from detector.core.scoring import shown

STEP = 0.05
"""Differences finer than this share are sampling noise."""
_BY_KIND = (GateKind.HARD, GateKind.AMBER)


@dataclass(frozen=True)
class ToFindOut:
    """An unknown question, or the unknown fact that says whether it is asked at all (`is_fact`).

    `decides` is the share (0-1) of the ways the other unknown answers can turn out in which it alone decides the
    verdict; of a fact, the most that one of its questions decides. `questions` are those it is about;
    `place` orders those that decide as often: by kind of gate, own weight and the bank's order.
    """

    subject_id: str
    is_fact: bool
    decides: float
    questions: tuple[str, ...]
    place: tuple[int, float, int] = (0, 0.0, 0)


def find_out_first(
    bank: Bank, sheet: AnswerSheet, gates: Sequence[GateResult], drawn: DrawnSheets
) -> tuple[ToFindOut, ...]:
    """Every unknown question, or fact in place of those that it may take away, most telling first.

    The order is by `decides` as it is shown, then hard gates, amber gates, own weight and the bank's order.
    Nothing where no answer can change the verdict any more.
    """
    if is_settled(drawn):
        return ()
    decided = decides(drawn)
    kinds = {gate.question_id: _BY_KIND.index(gate.kind) for gate in reversed(gates)}
    own = dict(zip(drawn.unknown.question_ids, drawn.unknown.own.tolist(), strict=True))

    def place(questions: Sequence[str], at: int) -> tuple[int, float, int]:
        kind = min(kinds.get(question_id, len(_BY_KIND)) for question_id in questions)
        # Rounded, because weights that are equal on paper must keep the bank's order.
        return kind, -round(max(own[question_id] for question_id in questions), 12), at

    found = [
        ToFindOut(subject, is_fact, max(decided[each] for each in questions), tuple(questions), place(questions, at))
        for at, ((subject, is_fact), questions) in enumerate(_subjects(bank, sheet, decided).items())
    ]
    return tuple(sorted(found, key=lambda each: (-shown_of_100(each.decides), each.place)))


def in_coarse_steps(found: Sequence[ToFindOut]) -> tuple[ToFindOut, ...]:
    """The same by `decides` rounded to 5 in 100, so that chance decides no order where no number is shown."""
    return tuple(sorted(found, key=lambda each: (-floor(each.decides / STEP + 0.5), each.decides <= 0, each.place)))


def shown_of_100(share: float) -> float:
    """A share (0-1) in the order in which it is shown: of 100, with "under 1" above 0 and "over 99" under 100."""
    if 0 < share < 0.01:
        return 0.5
    return 99.5 if 0.99 < share < 1 else float(shown(share))


def next_best(sheet: AnswerSheet, found: Sequence[ToFindOut]) -> ToFindOut | None:
    """The first that nobody has been asked: an answer of don't know is not asked for twice."""
    return next((each for each in found if not _was_asked(sheet, each)), None)


def _was_asked(sheet: AnswerSheet, each: ToFindOut) -> bool:
    return each.subject_id in (sheet.facts if each.is_fact else sheet.answers)


def _subjects(bank: Bank, sheet: AnswerSheet, decided: Mapping[str, float]) -> dict[tuple[str, bool], list[str]]:
    """What to find out, with the questions it is about: the question itself, or the facts its condition waits for."""
    index = index_of(bank)
    found: dict[tuple[str, bool], list[str]] = {}
    for question_id in decided:
        when = index.questions[question_id].when
        waits = () if when is None else open_subjects(bank, when, sheet)
        facts = [subject for subject in waits if subject in index.facts]
        for subject, is_fact in [(each, True) for each in facts] or [(question_id, False)]:
            found.setdefault((subject, is_fact), []).append(question_id)
    return found

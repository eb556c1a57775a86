"""What would stop the idea, and how firm the verdict is."""

from detector.core.bank import Gate, GateKind
from detector.core.gates import GateResult, GateState
from detector.core.scoring import shown
from detector.core.wording import (
    band_label,
    counted,
    flip_sentence,
    range_sentence,
    shares_sentence,
    step_sentence,
    steps_sentence,
)
from detector.report.deck import Slide
from detector.report.deck_slides.case import Case, cited, listed, people, quoted_note
from detector.report.shapes import Bullets, Column, Paragraph, Table

MOST_GATES = 8
MOST_FLIPS = 3
KINDS = {GateKind.HARD: "Hard", GateKind.AMBER: "Amber"}
STATES = {GateState.FAILED: "Failed", GateState.OPEN: "Not known yet", GateState.WARNING: "Warning"}
"""How the gates stand that are not passed, the most pressing first."""


def gates_slide(case: Case) -> Slide | None:
    """The gates that are not passed, and who can clear each."""
    if not case.bank.gates:
        return None
    waiting = not_passed(case)
    gates = {gate.id: gate for gate in case.bank.gates}
    title = _gates_message(waiting)
    if not waiting:
        note = "A gate is an answer that can stop the idea or hold it back. All of them are passed or do not apply."
        return Slide("gates", title, (Paragraph(note),), note)
    rows = tuple(_row(case, gates[result.gate_id], result) for result in waiting[:MOST_GATES])
    columns = (Column("Gate", 1.3), Column("Kind", 0.3), Column("Stands", 0.48), Column("Who can clear it", 1.3))
    said = [f"{title}.", *(_said(case, gates[result.gate_id], result) for result in waiting)]
    if len(waiting) > MOST_GATES:
        said.insert(1, f"The slide shows the first {MOST_GATES}; all {len(waiting)} follow here.")
    return Slide("gates", title, (Table("gates", "Gates not passed", columns, rows),), "\n".join(said))


def not_passed(case: Case) -> list[GateResult]:
    """The gates that failed, warn or are not known: hard ones first, then as they stand."""
    order = list(STATES)
    waiting = [result for result in case.assessment.gates if result.state in STATES]
    return sorted(waiting, key=lambda result: (result.kind is not GateKind.HARD, order.index(result.state)))


def _gates_message(waiting: list[GateResult]) -> str:
    hard = [result for result in waiting if result.kind is GateKind.HARD]
    failed = [result for result in hard if result.state is GateState.FAILED]
    if failed:
        return f"{counted(len(failed), 'hard gate')} {_have(len(failed))} failed: no score can outweigh that"
    if hard:
        return f"{counted(len(hard), 'hard gate')} {_is(len(hard))} not passed yet, and could stop it"
    if waiting:
        return f"No hard gate stands in the way; {counted(len(waiting), 'amber gate')} {_is(len(waiting))} not passed"
    return "No gate stands in the way"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _row(case: Case, gate: Gate, result: GateResult) -> tuple[str, ...]:
    names = people(case.bank)
    who = " or ".join(names[one] for one in gate.cleared_by[:2])
    return gate.name, KINDS[result.kind], STATES[result.state], who


def _said(case: Case, gate: Gate, result: GateResult) -> str:
    answer = case.sheet.answers.get(result.question_id)
    names = people(case.bank)
    parts = [
        f"{gate.name} ({KINDS[result.kind].lower()} gate): {result.because}.",
        f"It clears when: {gate.clears_when} It can be cleared by: {listed(names[one] for one in gate.cleared_by)}.",
        quoted_note(answer.note) if answer is not None and answer.note.strip() else "",
        cited(case.bank, gate.sources),
    ]
    return " ".join(part for part in parts if part)


def firm_slide(case: Case) -> Slide | None:
    """What would change the verdict: other answers, and other weights."""
    found = case.assessment.robustness
    if found is None:
        return None
    up, down = steps_sentence(case.bank, found.up, "better"), steps_sentence(case.bank, found.down, "worse")
    shares = shares_sentence(case.bank, case.assessment)
    items = tuple(part for part in (shares, up, down) if part)
    steps = [*(found.up.steps if found.up else ()), *(found.down.steps if found.down else ())]
    said = [
        range_sentence(case.bank, case.assessment),
        *items,
        *(step_sentence(case.bank, step) for step in steps),
        *(flip_sentence(case.bank, flip) for flip in found.weight_flips[:MOST_FLIPS]),
        *_to_find_out(case),
    ]
    return Slide("firmness", firm_message(case), (Bullets(items),), "\n".join(part for part in said if part))


def firm_message(case: Case) -> str:
    """How firm the verdict is, never firmer than its weakest side."""
    verdict, unknown = case.assessment.verdict, len(case.assessment.unknowns)
    found = case.assessment.robustness
    if not verdict.settled and unknown:
        return f"Not firm yet: {counted(unknown, 'unknown answer')} could still change the verdict"
    share = found.verdict_shares.get(verdict.id or "", 0.0) if found and found.verdict_shares else None
    if share is None:
        return "The answers not known cannot change this verdict" if unknown else "Every answer behind it is known"
    if share >= 1:
        return "No other weighting that was tried changes the verdict"
    label = band_label(case.bank, verdict.id)
    return f"Weights matter here: “{label}” holds in {min(shown(share), 99)} % of other weightings"


def _to_find_out(case: Case) -> list[str]:
    texts = {question.id: question.text for part in case.bank.dimensions for question in part.questions}
    first = case.assessment.unknowns[:3]
    return [f"Worth finding out early: {one.question_id}, {texts[one.question_id]}" for one in first]

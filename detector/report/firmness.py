"""How firm the verdict is, and what to find out first."""

from detector.core.robustness.robustness import StepsTo, WeightFlip
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table
from detector.report.context import Case
from detector.wording import (
    BETTER,
    WORSE,
    counted,
    far_flips_sentence,
    flip_sentence,
    narrowing,
    near_flips,
    shares_sentence,
    step_sentence,
    steps_sentence,
)
from detector.wording.subjects import subject_in_words

MOST_LISTED = 10


def firmness_section(case: Case) -> Section | None:
    """Other weights, the fewest steps to another verdict, and the unknown answers that matter most."""
    found = case.assessment.robustness
    find_out = _find_out(case)
    if found is None:
        return find_out
    shares = shares_sentence(case.bank, case.assessment)
    blocks: list[Block] = [
        *([Paragraph(shares)] if shares else []),
        *_steps(case, found.up, BETTER),
        *_steps(case, found.down, WORSE),
        *_weights(case, found.weight_flips),
    ]
    return Section("firmness", "How firm this is", tuple(blocks), (find_out,) if find_out else ())


def _steps(case: Case, steps: StepsTo | None, way: str) -> list[Block]:
    said: list[Block] = [Paragraph(steps_sentence(case.bank, steps, way))]
    if steps is not None:
        said.append(Bullets(tuple(step_sentence(case.bank, step) for step in steps.steps)))
    return said


def _weights(case: Case, flips: tuple[WeightFlip, ...]) -> list[Block]:
    near = tuple(flip_sentence(case.bank, flip) for flip in near_flips(case.bank, flips))
    far = far_flips_sentence(case.bank, flips)
    blocks: list[Block] = [Paragraph("Single weights that would change the verdict:"), Bullets(near)] if near else []
    return [*blocks, *([Paragraph(far)] if far else [])]


def _find_out(case: Case) -> Section | None:
    unknown = case.assessment.unknowns
    if not unknown:
        return None
    listed = unknown[:MOST_LISTED]
    rows = tuple((subject_in_words(case.bank, each.question_id), narrowing(each)) for each in listed)
    caption = "Unknown answers, by how much knowing each narrows the possible range, out of 100"
    columns = (Column("Question", 3.0), Column("Narrows it by", 1.0, True))
    blocks: list[Block] = [Table("unknowns", caption, columns, rows)]
    if len(unknown) > len(listed):
        blocks.append(Paragraph(f"And {counted(len(unknown) - len(listed), 'more question')} not known yet."))
    return Section("find-out", "What to find out first", tuple(blocks))

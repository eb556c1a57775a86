"""The bands, the settings, the evidence grades and the parts of confidence: every number that a rule compares with."""

from detector.core.bank import TOP_LEVEL, Band
from detector.core.gates import STATE_AT_LEVEL
from detector.core.scoring import TOLERANCE
from detector.core.verdict.confidence import TOP_EVIDENCE
from detector.exports.workbook.cells import Cell, Column, Formula, Row, Style, Styled
from detector.exports.workbook.context import WorkbookContext
from detector.exports.workbook.gates_sheet import state_words

BANDS = (
    Column("label", "Verdict", 28, Style.STRONG),
    Column("meaning", "What it means", 48),
    Column("id", "Id", 18),
    Column("rank", "Rank, 0 is worst", 12, Style.WHOLE),
    Column("from", "From score", 12, Style.INPUT),
    Column("start", "From, 0 to 1 (9: by no score)", 24, Style.EXACT, is_working=True),
    Column("was", "From score as exported", 12, Style.WHOLE, is_working=True),
    Column("changed", "Changed since export", 12, Style.STRONG, is_working=True),
)
SETTINGS = (
    Column("name", "Setting", 28, Style.STRONG),
    Column("meaning", "What it does", 48),
    Column("value", "Value", 18, Style.INPUT),
    Column("was", "Value as exported", 12, is_working=True),
    Column("changed", "Changed since export", 12, Style.STRONG, is_working=True),
)
GRADES = (
    Column("name", "Evidence grade", 28, Style.STRONG),
    Column("meaning", "What it means", 48),
    Column("grade", "Grade", 18, Style.WHOLE),
)
PARTS = (
    Column("name", "Part of the confidence", 28, Style.STRONG),
    Column("meaning", "What it is", 48),
    Column("weight", "Weight", 18, Style.INPUT),
    Column("value", "Value, 0 to 1", 12, Style.EXACT),
    Column("was", "Weight as exported", 12, is_working=True),
    Column("changed", "Changed since export", 24, Style.STRONG, is_working=True),
)
_CHANGED = '=IF(EXACT({value},{was}),"","Changed")'
COVERAGE = "=IF(SUM(Answer_applies)=0,0,SUM(Answer_known)/SUM(Answer_applies))"
EVIDENCE = "=IF(COUNT(Answer_known_grade)=0,0,AVERAGE(Answer_known_grade)/MAX(Grade))"


def band_rows(bands: tuple[Band, ...], cells: list[dict[str, str]]) -> list[Row]:
    """The bands, worst first; `cells` are the addresses of each row."""
    return [
        {
            "label": band.label,
            "meaning": band.meaning,
            "id": band.id,
            "rank": rank,
            "from": band.from_score,
            "start": Formula(
                "=IF(ISNUMBER({from}),{from}/100,9)".format_map(at),
                9 if band.from_score is None else band.from_score / 100,
            ),
            "was": band.from_score,
            "changed": Formula('=IF(EXACT({from},{was}),"","Changed")'.format_map(at), ""),
        }
        for rank, (band, at) in enumerate(zip(bands, cells, strict=True))
    ]


def settings(context: WorkbookContext) -> dict[str, tuple[str, str, Cell]]:
    """What each setting is called, does and is, by its defined name."""
    bank = context.bank
    states = {
        f"State_at_{level}": (
            f"Gate at level {level}",
            "The state of a gate at this counted level.",
            state_words(state),
        )
        for level, state in enumerate(STATE_AT_LEVEL)
    }
    needed = "The evidence grade that the top level needs; with less it counts as one level lower."
    return {
        **states,
        "Top_level": ("Top level", "Levels go from 0 to this one; a level divided by it is its value.", TOP_LEVEL),
        "Top_level_needs_evidence": ("Top level needs evidence", needed, bank.scale.top_level_needs_evidence),
        "Provisional_under": (
            "Provisional under",
            "With a confidence (0 to 1) under this, the result is not for decision.",
            bank.confidence.provisional_under,
        ),
        "Tolerance": ("Tolerance", "What is forgiven in comparing and rounding, for sums of fractions.", TOLERANCE),
    }


def setting_rows(found: dict[str, tuple[str, str, Cell]], cells: list[dict[str, str]]) -> list[Row]:
    """The settings; `cells` are the addresses of each row."""
    return [
        {
            "name": words,
            "meaning": meaning,
            "value": value,
            "was": value,
            "changed": Formula(_CHANGED.format_map(at), ""),
        }
        for (words, meaning, value), at in zip(found.values(), cells, strict=True)
    ]


def grade_rows(context: WorkbookContext) -> list[Row]:
    """What each evidence grade is called."""
    grades = sorted(context.bank.scale.evidence_grades, key=lambda grade: grade.grade)
    return [{"name": each.name, "meaning": each.meaning, "grade": each.grade} for each in grades]


def part_rows(context: WorkbookContext, cells: list[dict[str, str]]) -> list[Row]:
    """The parts of the confidence, and last what they come to."""
    rules, found = context.bank.confidence, context.assessment.confidence
    agreement = Styled(found.agreement, Style.INPUT)
    told: list[tuple[str, str, float, Cell]] = [
        (
            "Coverage",
            "Question weight answered, of all that applies.",
            rules.coverage,
            Formula(COVERAGE, found.coverage),
        ),
        (
            "Evidence",
            f"The mean grade of the answers given, divided by {TOP_EVIDENCE}.",
            rules.evidence,
            Formula(EVIDENCE, found.evidence),
        ),
        (
            "Agreement",
            "Between groups, from a workshop. Empty: not measured, and it does not count.",
            rules.agreement,
            agreement,
        ),
    ]
    rows: list[Row] = [
        {
            "name": words,
            "meaning": meaning,
            "weight": weight,
            "value": value,
            "was": weight,
            "changed": Formula('=IF(EXACT({weight},{was}),"","Changed")'.format_map(at), ""),
        }
        for (words, meaning, weight, value), at in zip(told, cells, strict=False)
    ]
    coverage, evidence, agreed, _ = cells
    both = f"{coverage['value']}*{coverage['weight']}+{evidence['value']}*{evidence['weight']}"
    weights = f"{coverage['weight']}+{evidence['weight']}"
    text = (
        f"=IFERROR(IF(ISNUMBER({agreed['value']}),({both}+{agreed['value']}*{agreed['weight']})"
        f"/({weights}+{agreed['weight']}),({both})/({weights})),0)"
    )
    return [*rows, {"name": "Confidence", "meaning": "What the parts come to.", "value": Formula(text, found.total)}]

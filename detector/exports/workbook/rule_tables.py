"""The bands, the settings, the evidence grades and the parts of confidence: every number that a rule compares with."""

from detector.core.bank import TOP_LEVEL, Band, CapRule
from detector.core.gates import STATE_AT_LEVEL
from detector.core.scoring import TOLERANCE
from detector.core.verdict.ceilings import UNKNOWN_COUNTS_AS
from detector.core.verdict.confidence import TOP_EVIDENCE
from detector.core.verdict.verdict import PASSED_LEVEL
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
COVERAGE = "=IF(SUM(Answer_carried)=0,0,SUM(Answer_known_own)/SUM(Answer_carried))"
EVIDENCE = "=IF(SUM(Answer_known_own)=0,0,SUM(Answer_graded)/SUM(Answer_known_own)/MAX(Grade))"
AGREEMENT = '=IF(SUM(Answer_compared)=0,"",SUM(Answer_agreeing)/SUM(Answer_compared))'
MEASURED = "=IF(SUM(Answer_carried)=0,0,SUM(Answer_compared)/SUM(Answer_carried))"


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
        "Passed_level": ("A passed gate", "The level at which an open hard gate counts as just passed.", PASSED_LEVEL),
        "Headline_unknown_level": (
            "Unknown in a headline dimension",
            "The level an unknown answer counts as where a headline dimension must be known to be sound.",
            round(UNKNOWN_COUNTS_AS[CapRule.HEADLINE_LOW] * TOP_LEVEL),
        ),
        "Verdict_from_coverage": (
            "A verdict is named from",
            "How much of the weight must be answered (0 to 100), where the worst and the best verdict differ.",
            bank.verdict_from_coverage,
        ),
        "Provisional_under": (
            "Not ready under this confidence",
            "With a confidence (0 to 1) under this, the result is not ready for a decision.",
            bank.confidence.provisional_under,
        ),
        "Provisional_under_coverage": (
            "Not ready under this part answered",
            "With less of the weight answered (0 to 1), the result is not ready for a decision.",
            bank.confidence.provisional_under_coverage,
        ),
        "Provisional_under_evidence": (
            "Not ready under this evidence",
            "With less evidence (0 to 1) behind the answers, the result is not ready for a decision.",
            bank.confidence.provisional_under_evidence,
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
    told: list[tuple[str, str, float, Formula]] = [
        ("Coverage", "Weight answered, of all that applies.", rules.coverage, Formula(COVERAGE, found.coverage)),
        (
            "Evidence",
            f"The mean grade of the answers given, by their own weight, divided by {TOP_EVIDENCE}.",
            rules.evidence,
            Formula(EVIDENCE, found.evidence),
        ),
        (
            "Agreement",
            "1 less the levels that groups' medians lie apart at most, divided by 3: the mean by own weight. Empty "
            "where no groups were compared.",
            rules.agreement,
            Formula(AGREEMENT, "" if found.agreement is None else found.agreement),
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
    coverage, evidence, agreement, measured, _ = cells
    both = f"{coverage['value']}*{coverage['weight']}+{evidence['value']}*{evidence['weight']}"
    counts = f"{measured['value']}*{agreement['weight']}"
    text = (
        f"=IFERROR(({both}+N({agreement['value']})*{counts})/({coverage['weight']}+{evidence['weight']}+{counts}),0)"
    )
    compared = "The part of the weight on which groups were compared: agreement counts for as much of its weight."
    blank = Styled(None, Style.TEXT)
    return [
        *rows,
        {"name": "Compared", "meaning": compared, "weight": blank, "value": Formula(MEASURED, found.measured)},
        {
            "name": "Confidence",
            "meaning": "What the parts come to.",
            "weight": blank,
            "value": Formula(text, found.total),
        },
    ]

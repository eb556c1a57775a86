"""How the result is worked out and where its limits are, in half a page."""

from detector.core.bank import Bank, Cap, CapRule
from detector.core.scoring import shown
from detector.report.blocks import Bullets, Paragraph, Section
from detector.report.context import ReportContext
from detector.wording.history import head_sentence
from detector.wording.plain import day
from detector.wording.result import band_label

SCORES = (
    "Each answer counts from 0 (level 0) to 100 (level 3). A dimension's score is the mean of its known answers, and "
    "the overall score the mean of the dimensions, by weight. Unknown answers are left out of a score; they make the "
    "range beside it. Questions that do not apply count for nothing."
)
LIMITS = (
    "This is not legal advice. The law described is that of England, as read in copies on the days shown; later "
    "changes were not seen. Points for legal forms, pointers to delivery models and the likeness of cases are "
    "judgement too. What is marked “take advice” is not settled, or could not be confirmed."
)
FULL_REPORT = (
    "The full report gives every answer with its evidence, all gates, legal forms and delivery models, "
    "the method and the numbered sources."
)


def method_section(context: ReportContext) -> Section:
    """What the numbers mean, which rules make the verdict, and what none of it can say."""
    bank = context.bank
    return Section(
        "method",
        "Method and limits",
        (
            Paragraph(SCORES),
            Paragraph(_bands(bank)),
            *([Bullets(tuple(_cap(bank, cap) for cap in bank.caps))] if bank.caps else []),
            Paragraph(_confidence(bank)),
            Paragraph(bank.judgement_note),
            Paragraph(LIMITS),
            Paragraph(f"Question bank {bank.version}, published on {day(bank.published_on)}."),
            *([Paragraph(head_sentence(context.head, from_copy=context.from_copy))] if context.head else []),
        ),
    )


def method_in_short(context: ReportContext) -> Section:
    """The same in a paragraph, and where the rest is."""
    blocks = (Paragraph(f"{context.bank.judgement_note} This is not legal advice."), Paragraph(FULL_REPORT))
    return Section("method", "Method and limits", blocks)


def _bands(bank: Bank) -> str:
    scored = [band for band in bank.bands if band.from_score is not None]
    ordered = sorted(scored, key=lambda band: -(band.from_score or 0))
    bands = ", ".join(f"“{band.label}” from {band.from_score:g}" for band in ordered)
    held = " These rules can hold the verdict lower than that:" if bank.caps else ""
    return f"The overall score gives the verdict: {bands}.{held}"


def _cap(bank: Bank, cap: Cap) -> str:
    return f"{_cause(bank, cap)}: at most “{band_label(bank, cap.at_most)}”."


def _cause(bank: Bank, cap: Cap) -> str:
    match cap.rule:
        case CapRule.HARD_GATE_FAILED:
            return "A hard gate has failed"
        case CapRule.AMBER_GATE_FAILED:
            return "An amber gate has failed"
        case CapRule.HARD_GATE_OPEN:
            return "A hard gate is not known yet"
        case CapRule.HEADLINE_LOW | CapRule.HEADLINE_VERY_LOW:
            names = ", ".join(part.name for part in bank.dimensions if part.headline)
            return f"A headline dimension ({names or 'there is none'}) scores under {cap.under or 0:g}"


def _confidence(bank: Bank) -> str:
    rules = bank.confidence
    return (
        "Confidence says how much stands behind the answers, and not how likely the verdict is to be right: "
        f"{shown(rules.coverage)} % for how much is answered, {shown(rules.evidence)} % for how well it is evidenced, "
        f"{shown(rules.agreement)} % for how far groups of people agree with each other in workshops. Agreement "
        "counts only for the questions on which groups could be compared; for the rest the other two stand. "
        f"Under {shown(rules.provisional_under)} the result is provisional."
    )

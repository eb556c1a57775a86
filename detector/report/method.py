"""How the result is worked out and where its limits are, in half a page."""

from detector.core.bank import Bank, Cap, CapRule
from detector.core.scoring import shown
from detector.core.verdict.verdict import NO_VERDICT
from detector.report.blocks import Bullets, Paragraph, Section
from detector.report.context import ReportContext
from detector.wording.history import head_sentence
from detector.wording.plain import day, number
from detector.wording.result import band_label

SCORES = (
    "Each answer counts from 0 (level 0) to 100 (level 3). A score is the mean of the known answers, each by its own "
    "weight: that of its dimension, shared among the dimension's questions. Unknown answers are left out of it, and "
    "make the range beside it. Questions that do not apply count for nothing."
)
LIMITS = (
    "This is not legal advice. The law described is that of England, as read in copies on the days shown; later "
    "changes were not seen. Points for legal forms, pointers to delivery models and the likeness of cases are "
    "judgement too. What is marked “take advice” is not settled, or could not be confirmed."
)
FULL_REPORT = "The full report gives all answers and gates, the method and the sources."


def method_section(context: ReportContext) -> Section:
    """What the numbers mean, which rules make the verdict, and what none of it can say."""
    bank = context.bank
    return Section(
        "method",
        "Method and limits",
        (
            Bullets(five_sentences(bank)),
            Paragraph(SCORES),
            Paragraph(_bands(bank)),
            *([Bullets(tuple(_cap(bank, cap) for cap in bank.caps))] if bank.caps else []),
            Paragraph(_named(bank)),
            Paragraph(_confidence(bank)),
            Paragraph(bank.judgement_note),
            Paragraph(LIMITS),
            Paragraph(f"Question bank {bank.version}, published on {day(bank.published_on)}."),
            *([Paragraph(head_sentence(context.head, from_copy=context.from_copy))] if context.head else []),
        ),
    )


def five_sentences(bank: Bank) -> tuple[str, ...]:
    """How the verdict is found, for somebody with a minute."""
    ordered = sorted(bank.bands, key=lambda band: -(band.from_score or 0))
    scored = [f"{band.from_score:g} or more is “{band.label}”" for band in ordered if band.from_score]
    limits = {cap.rule: band_label(bank, cap.at_most) for cap in bank.caps}
    labels = {rule: f"“{limits[rule]}”" if rule in limits else "as the score says" for rule in CapRule}
    counts = {cap.rule: cap.count for cap in bank.caps}
    in_doubt = number(counts.get(CapRule.GATES_IN_DOUBT) or 1)
    return (
        f"We take the average of the answers that are known, by weight: {', '.join(scored)}.",
        "Some questions are gates, because no average makes up for them. Where a hard gate fails, as where the law or "
        f"the councillors say no, the verdict is {labels[CapRule.HARD_GATE_FAILED]}. Where another gate fails, it is "
        f"no better than {labels[CapRule.AMBER_GATE_FAILED]} until that is put right.",
        f"Good news must be shown. A hard gate that is unclear, {in_doubt} gates in doubt, or a headline dimension "
        f"that is not known to be sound keeps it at {labels[CapRule.HEADLINE_LOW]}. Gates that are weak all over keep "
        f"it at {labels[CapRule.WEAK_POINTS]}.",
        "What nobody knows counts neither for nor against. But we say how far it could still move the verdict, and "
        "which answer to find out first.",
        "Every line and weight is judgement. So we show what would change the verdict: an answer, a gate, a weight or "
        "a line.",
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
    headlines = ", ".join(part.name for part in bank.dimensions if part.headline) or "there is none"
    return _CAUSES[cap.rule].format(count=cap.count, under=f"{cap.under or 0:g}", headlines=headlines)


_CAUSES = {
    CapRule.HARD_GATE_FAILED: "A hard gate has failed",
    CapRule.HARD_GATE_WARNING: "A hard gate is at level 1",
    CapRule.HARD_GATE_OPEN: "A hard gate is not known yet",
    CapRule.AMBER_GATE_FAILED: "An amber gate has failed",
    CapRule.GATES_IN_DOUBT: "{count} or more gates are at level 0 or 1, or not known",
    CapRule.WEAK_POINTS: "{count} or more weak points: 1 for each gate known at level 1, 2 for each at level 0",
    CapRule.HEADLINE_LOW: (
        "A headline dimension ({headlines}) is under {under} with all that is not known in it taken as level 1"
    ),
    CapRule.HEADLINE_VERY_LOW: (
        "A headline dimension is under {under} with all that is not known in it taken as level 3"
    ),
}


def _named(bank: Bank) -> str:
    return (
        f"A verdict is named once {bank.verdict_from_coverage:g} % is answered, by weight, or nothing unknown can "
        f"change it. Until then it is “{NO_VERDICT}”."
    )


def _confidence(bank: Bank) -> str:
    rules = bank.confidence
    return (
        "Confidence says how much stands behind the answers, and not how likely the verdict is to be right: "
        f"{shown(rules.coverage)} % for how much is answered, {shown(rules.evidence)} % for how well it is evidenced, "
        f"{shown(rules.agreement)} % for how far groups of people agree with each other in workshops. Agreement "
        "counts only for the questions on which groups could be compared; for the rest the other two stand. "
        f"A result is not ready for a decision while confidence is under {shown(rules.provisional_under)}, under "
        f"{shown(rules.provisional_under_coverage)} % is answered by weight, evidence is under "
        f"{shown(rules.provisional_under_evidence)}, a hard gate is not known or rests on a bare assertion, or no "
        "verdict is named."
    )

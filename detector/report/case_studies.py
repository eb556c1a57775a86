"""Earlier mutuals whose weak point resembles an answer here. Never proof."""

from detector.core.bank.index import index_of
from detector.core.case_studies import Resembling
from detector.report.blocks import Block, Bullets, Paragraph, Section, Tone
from detector.report.context import ReportContext
from detector.wording.statements import cited_briefly

MOST_TOLD = 4
LESS_ALIKE = "Less alike"
NEVER_PROOF = (
    "One case proves nothing. Each is here because an answer on this service resembles its weak or strong point. "
    "Successes are mostly told by the bodies themselves, failures by press and councils."
)


def elsewhere_section(context: ReportContext) -> Section | None:
    """The cases most alike, each with what was chosen, what followed and what decided it."""
    found = context.assessment.cases
    if not found:
        return None
    blocks: list[Block] = [Paragraph(NEVER_PROOF, Tone.QUIET)]
    others = [section.title for section in less_alike(context)]
    if others:
        blocks.append(Paragraph(f"{LESS_ALIKE}: {', '.join(others)}."))
    return Section(
        "elsewhere",
        "What happened elsewhere",
        tuple(blocks),
        tuple(_told(context, each) for each in found[:MOST_TOLD]),
    )


def less_alike(context: ReportContext) -> tuple[Section, ...]:
    """The cases that a document only names, told like the others."""
    return tuple(_told(context, each) for each in context.assessment.cases[MOST_TOLD:])


def _told(context: ReportContext, found: Resembling) -> Section:
    card = index_of(context.bank).cards[found.card_id]
    blocks = (
        Paragraph(f"{card.service}. Called to mind by {', '.join(found.questions)}."),
        Bullets(
            (
                f"What they chose: {card.chose}",
                f"What followed: {card.followed}",
                f"What decided it: {card.decided_by} {cited_briefly(card.sources)}",
            )
        ),
    )
    return Section(f"case-{card.id}", card.name, blocks)

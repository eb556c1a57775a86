"""Earlier mutuals whose weak point resembles an answer here. Never proof."""

from detector.core.case_studies import Resembling
from detector.report.blocks import Block, Bullets, Paragraph, Section, Tone
from detector.report.context import Case
from detector.wording.statements import cited_briefly

MOST_TOLD = 4
NEVER_PROOF = (
    "One case proves nothing. Each is here because an answer on this service resembles its weak or strong point. "
    "Successes are mostly told by the bodies themselves, failures by press and councils."
)


def elsewhere_section(case: Case) -> Section | None:
    """The cases most alike, each with what was chosen, what followed and what decided it."""
    found = case.assessment.cases
    if not found:
        return None
    blocks: list[Block] = [Paragraph(NEVER_PROOF, Tone.QUIET)]
    names = {card.id: card.name for card in case.bank.cards}
    others = [names[each.card_id] for each in found[MOST_TOLD:]]
    if others:
        blocks.append(Paragraph(f"Less alike: {', '.join(others)}."))
    return Section(
        "elsewhere", "What happened elsewhere", tuple(blocks), tuple(_told(case, each) for each in found[:MOST_TOLD])
    )


def _told(case: Case, found: Resembling) -> Section:
    card = next(entry for entry in case.bank.cards if entry.id == found.card_id)
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

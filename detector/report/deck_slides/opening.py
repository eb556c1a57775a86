"""The slide that opens the deck, and the one that closes it: what this is, and what it is not."""

from detector.core.scoring import shown
from detector.report.blocks import Bullets, Paragraph, Tone
from detector.report.context import ReportContext, title_of
from detector.report.deck import Slide
from detector.report.deck_slides.words import on_one_line, shortened, spoken
from detector.wording.plain import day
from detector.wording.result import confidence_out_of_100, confidence_sentence

MOST_NAME = 90
NEVER_DECIDES = "It advises and never decides."


def deck_title(context: ReportContext) -> str:
    """The question the deck answers, with a long name of the service shortened."""
    return title_of(shortened(context.sheet.service.name, MOST_NAME))


def deck_subtitle(context: ReportContext) -> str:
    """Whose service it is, and the day."""
    council = shortened(context.sheet.service.council, MOST_NAME)
    return f"{council}, {day(context.on)}" if council else day(context.on)


def opening_slide(context: ReportContext, provisional: str) -> Slide:
    """Service, council, date, and that it is provisional where it is."""
    warning = (Paragraph(provisional, Tone.WARNING),) if provisional else ()
    service = context.sheet.service
    said = spoken(
        "These slides show a first diagnostic of one service's suitability to become a public service mutual.",
        f"Service: {on_one_line(service.name) or 'no name given'}. "
        f"Council: {on_one_line(service.council) or 'not given'}.",
        provisional,
        f"{NEVER_DECIDES} Every number here also stands in the report and the workbook of the same assessment.",
    )
    blocks = (Paragraph(deck_subtitle(context)), *warning, Paragraph(NEVER_DECIDES, Tone.QUIET))
    return Slide("opening", deck_title(context), blocks, said)


def method_slide(context: ReportContext) -> Slide:
    """How the numbers come about, and what they cannot say."""
    bank = context.bank
    questions = sum(len(dimension.questions) for dimension in bank.dimensions)
    limit, total = shown(bank.confidence.provisional_under), confidence_out_of_100(bank, context.assessment)
    items = (
        f"{questions} questions in {len(bank.dimensions)} dimensions, each answered in four described levels",
        f"{len(bank.gates)} gates that can hold the verdict down, whatever the score",
        "Weights, limits and bands are professional judgement and have not been validated",
        f"Confidence is {total}; under {limit} a result is not ready for a decision",
        "Take legal, tax and pensions advice before you act",
    )
    said = spoken(
        bank.judgement_note,
        confidence_sentence(context.bank, context.assessment),
        "A score counts known answers only. Its range sets every unknown answer once to the lowest level "
        "and once to the highest.",
        f"Question bank {bank.version} of {day(bank.published_on)}.",
    )
    return Slide("method", "It advises and never decides", (Bullets(items),), said)

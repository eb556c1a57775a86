"""The deck of one assessment, from its answers: eight to ten slides for a meeting."""

from detector.report.context import ReportContext
from detector.report.deck import Deck
from detector.report.deck_slides.delivery_models import models_slide
from detector.report.deck_slides.doing import doing_slide
from detector.report.deck_slides.firmness import firm_slide
from detector.report.deck_slides.gates import gates_slide
from detector.report.deck_slides.legal_forms import forms_slide
from detector.report.deck_slides.opening import deck_subtitle, deck_title, method_slide, opening_slide
from detector.report.deck_slides.result import gap_slide, profile_slide, verdict_slide
from detector.wording.history import head_property
from detector.wording.result import provisional_sentence


def build_deck(context: ReportContext) -> Deck:
    """The slides of the assessment; what it has nothing to say about has no slide."""
    provisional = provisional_sentence(context.bank, context.assessment)
    slides = (
        opening_slide(context, provisional),
        verdict_slide(context),
        profile_slide(context),
        gap_slide(context),
        gates_slide(context),
        firm_slide(context),
        forms_slide(context),
        models_slide(context),
        doing_slide(context),
        method_slide(context),
    )
    return Deck(
        title=deck_title(context),
        subtitle=deck_subtitle(context),
        on=context.on,
        bank_version=context.bank.version,
        provisional=provisional,
        drawing=context.drawing,
        slides=tuple(slide for slide in slides if slide is not None),
        service=context.sheet.service.name,
        history=head_property(context.head),
    )

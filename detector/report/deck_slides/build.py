"""The deck of one assessment, from its answers: eight to ten slides for a meeting."""

from datetime import date

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.report.context import Case, build_drawing
from detector.report.deck import Deck
from detector.report.deck_slides.delivery_models import models_slide
from detector.report.deck_slides.doing import doing_slide
from detector.report.deck_slides.firmness import firm_slide
from detector.report.deck_slides.gates import gates_slide
from detector.report.deck_slides.legal_forms import forms_slide
from detector.report.deck_slides.opening import deck_subtitle, deck_title, method_slide, opening_slide
from detector.report.deck_slides.result import gap_slide, profile_slide, verdict_slide
from detector.wording import provisional_sentence


def build_deck(bank: Bank, sheet: AnswerSheet, assessment: Assessment, *, on: date) -> Deck:
    """The slides of the assessment on the day `on`; what it has nothing to say about has no slide."""
    case = Case(bank, sheet, assessment, on, build_drawing(bank, assessment))
    provisional = provisional_sentence(bank) if assessment.confidence.provisional else ""
    slides = (
        opening_slide(case, provisional),
        verdict_slide(case),
        profile_slide(case),
        gap_slide(case),
        gates_slide(case),
        firm_slide(case),
        forms_slide(case),
        models_slide(case),
        doing_slide(case),
        method_slide(case),
    )
    return Deck(
        title=deck_title(case),
        subtitle=deck_subtitle(case),
        on=on,
        bank_version=bank.version,
        provisional=provisional,
        drawing=case.drawing,
        slides=tuple(slide for slide in slides if slide is not None),
        service=sheet.service.name,
    )

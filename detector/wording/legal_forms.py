"""Legal forms in words."""

from collections.abc import Iterable, Iterator

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer, LegalForm, Statement
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import (
    ConflictFound,
    FormAdvice,
    FormReason,
    FormState,
    Joining,
    RankedForm,
    WhyNot,
)
from detector.wording.plain import counted
from detector.wording.statements import cited, cited_briefly
from detector.wording.subjects import subjects_answered, subjects_in_words

LAYERS = {
    FormLayer.VEHICLE: "",
    FormLayer.OVERLAY: "It is a way to own a body, on top of another form.",
    FormLayer.BESIDE: "",
}
ROWS = {
    "regulator": "Regulator",
    "law": "Act",
    "members_needed": "Members needed",
    "ownership": "Who owns it",
    "governance": "How it is run",
    "staff_control": "Staff control",
    "asset_lock": "Asset lock",
    "surplus": "Surplus",
    "finance": "Finance",
    "charity_and_rates": "Charity and business rates",
    "tax": "VAT and corporation tax",
    "reserved_contract": "Contract reserved for mutuals",
    "in_house_exemption": "In-house exemption",
}
FORMS_ASKED = 2
_THESE = {1: "this", 2: "these two", 3: "these three"}
NOT_TOGETHER = "Answers of ours that may not go together"


def statement(form: LegalForm, row: str) -> Statement:
    """What a form says on one row of the comparison."""
    found = getattr(form, row)
    if not isinstance(found, Statement):
        raise TypeError(f"{row} is not a statement")
    return found


def fit_sentence(bank: Bank, ranked: RankedForm) -> str:
    """How a form stands, what it stands level with, and what that still depends on."""
    level = level_in_words(bank, ranked)
    if ranked.state is FormState.FITS:
        return f"{fit_briefly(ranked)}.{level}"
    return f"{fit_briefly(ranked)}.{level} It depends on: {subjects_in_words(bank, ranked.depends_on)}"


def fit_briefly(ranked: RankedForm) -> str:
    """How a form stands, with its points where it is ranked."""
    points = f": {counted(ranked.points, 'point')}" if ranked.rank is not None else ""
    return f"Fits what is known{points}" if ranked.state is FormState.FITS else f"Possible{points}"


def level_in_words(bank: Bank, ranked: RankedForm) -> str:
    """What a form stands level with, as a sentence after another; nothing where it stands alone."""
    forms = index_of(bank).forms
    names = ", ".join(forms[each].name for each in ranked.level_with)
    return f" Level with: {names}." if names else ""


def asks_first_in_words(advice: FormAdvice) -> str:
    """That some facts come first, before a list of them."""
    these = _THESE.get(len(advice.asks_first), "these")
    return f"Answer {these} first. Until then no form stands before another:"


def joining_in_words(joining: Joining) -> str:
    """How joining another body stands beside a body of one's own."""
    return "Look at this first, before a body of your own." if joining.look_first else "A further option."


def reason_in_words(reason: FormReason, *, dated: bool = True, weighed: bool = True) -> str:
    """A reason with its sources by number and, unless told otherwise, its points and the day they were checked."""
    weight = "Ask your lawyer first. " if reason.is_caution else ""
    points = f" ({reason.points:+d})" if reason.points and weighed else ""
    return f"{weight}{reason.because}{points} {cited_briefly(reason.sources, reason.checked_on if dated else None)}"


def why_not_in_words(bank: Bank, sheet: AnswerSheet, assessment: Assessment, why: WhyNot) -> str:
    """A rule that takes a form out, with its sources by number, and the answers it rests on."""
    answers = subjects_answered(bank, sheet, assessment, why.triggered_by)
    return f"{why.because} {cited_briefly(why.sources, why.checked_on)} It rests on: {answers}"


def conflict_in_words(found: ConflictFound) -> str:
    """Answers that cannot all stand, and what to do about it."""
    return f"{found.name}. {found.because} {found.what_to_do}"


def strongest_first(reasons: Iterable[FormReason]) -> list[FormReason]:
    """Reasons by how many points they move, most first; cautions, which move none, last."""
    return sorted(reasons, key=lambda reason: -abs(reason.points))


def _asked_about(advice: FormAdvice) -> tuple[RankedForm, ...]:
    """The first forms, after joining where that comes before them; while it is too early, what stands first."""
    joined = advice.joining.form_id if advice.joining and advice.joining.look_first else None
    first = advice.placed[:FORMS_ASKED] or advice.ranked[: 1 if advice.too_early else 0]
    return (*(form for form in advice.ranked if form.form_id == joined and form not in first), *first)


def lawyer_questions(bank: Bank, advice: FormAdvice) -> Iterator[tuple[str, list[str]]]:
    """What to ask a lawyer: a heading and its points for each of the forms to discuss, and for the conflicts."""
    for ranked in _asked_about(advice):
        form = index_of(bank).forms[ranked.form_id]
        cautions = [
            f"{reason.because} {cited(bank, reason.sources, reason.checked_on)}"
            for reason in ranked.reasons_against
            if reason.is_caution
        ]
        yield f"On {form.name}", [*form.ask_your_lawyer, *cautions]
    if advice.conflicts:
        yield NOT_TOGETHER, [f"{conflict.name}: {conflict.because}" for conflict in advice.conflicts]

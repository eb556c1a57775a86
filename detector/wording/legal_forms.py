"""Legal forms in words."""

from collections.abc import Iterable, Iterator

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer, LegalForm, Statement
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import ConflictFound, FormAdvice, FormReason, FormState, RankedForm, WhyNot
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
NOT_TOGETHER = "Answers of ours that may not go together"


def statement(form: LegalForm, row: str) -> Statement:
    """What a form says on one row of the comparison."""
    found = getattr(form, row)
    if not isinstance(found, Statement):
        raise TypeError(f"{row} is not a statement")
    return found


def fit_sentence(bank: Bank, ranked: RankedForm) -> str:
    """How a form stands, and what that still depends on."""
    if ranked.state is FormState.FITS:
        return f"{fit_briefly(ranked)}."
    return f"{fit_briefly(ranked)}. It depends on: {subjects_in_words(bank, ranked.depends_on)}"


def fit_briefly(ranked: RankedForm) -> str:
    """How a form stands, with its points."""
    points = counted(ranked.points, "point")
    return f"Fits what is known: {points}" if ranked.state is FormState.FITS else f"Possible: {points}"


def reason_in_words(reason: FormReason, *, dated: bool = True) -> str:
    """A reason with its points, its sources by number and, unless told otherwise, the day they were checked."""
    weight = "Ask your lawyer first. " if reason.is_caution else ""
    points = f" ({reason.points:+d})" if reason.points else ""
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


def lawyer_questions(bank: Bank, advice: FormAdvice) -> Iterator[tuple[str, list[str]]]:
    """What to ask a lawyer: a heading and its points for each of the first forms, and for the conflicts."""
    for ranked in advice.ranked[:FORMS_ASKED]:
        form = index_of(bank).forms[ranked.form_id]
        cautions = [
            f"{reason.because} {cited(bank, reason.sources, reason.checked_on)}"
            for reason in ranked.reasons_against
            if reason.is_caution
        ]
        yield f"On {form.name}", [*form.ask_your_lawyer, *cautions]
    if advice.conflicts:
        yield NOT_TOGETHER, [f"{conflict.name}: {conflict.because}" for conflict in advice.conflicts]

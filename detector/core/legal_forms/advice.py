"""From answers to advice on legal forms: exclusions first, then points, each with its because."""

from collections.abc import Sequence
from dataclasses import replace

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, FactQuestion
from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.core.conditions import Scores
from detector.core.flow import asked_facts
from detector.core.legal_forms.candidates import Candidates, candidates, ranked, reasons_to_look_first
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.exclusions import conflicts_found, excluded_forms
from detector.core.legal_forms.form_order import is_choice
from detector.core.legal_forms.results import ConflictFound, FormAdvice, FormReason, Joining, RankedForm, Ways
from detector.core.marked_entries import bands_too_early_for_form, form_of_none_yet

FEWEST_FORMS = 2

_NO_VERDICT = "There is no verdict yet. See whether the service suits a mutual before you choose a legal form."
_LOW = "The verdict is “{}”. While that stands, whether to set up a new body comes before which legal form it takes."
_NO_WAY = "As it stands, no way to become a mutual is open. Settle that first; then legal forms are ranked."
_TOO_FEW = (
    "Your answers rule out nearly every legal form, so there is no choice to advise on. "
    "Look at why each form is ruled out, and settle the answers that do not go together."
)


def advise(
    bank: Bank, sheet: AnswerSheet, scores: Scores, verdict_id: str | None, ways: Ways | None = None
) -> FormAdvice:
    """What the answers say of the bank's legal forms; `scores` by "overall", group and dimension.

    An unknown never excludes and never gives points. Only forms of the `ways` to deliver the service that are open,
    or may be, are ranked; where the ways are not told, every form is, unless the verdict makes it too early.
    """
    case = Case(bank, sheet, scores)
    excluded = excluded_forms(case)
    gone = {each.form_id for each in excluded}
    left = [form for form in bank.forms if form.id not in gone]
    because = _too_early_because(bank, verdict_id, ways)
    asks_first = tuple(fact.id for fact in _deciding_facts(bank, sheet) if fact.id not in sheet.facts)
    none_yet = form_of_none_yet(bank)
    choices = [form for form in left if is_choice(form) and form != none_yet]
    used = [] if because or asks_first else [form.id for form in choices if ways is None or form.id in ways.forms]
    conflicts = conflicts_found(case)
    found = candidates(case, left)
    first = _with_what_weighs_more(case, ranked(case, found, used), conflicts)
    return FormAdvice(
        ranked=(*first, *_unranked(found, left, first, none_yet, begins_with_none=bool(because))),
        excluded=excluded,
        conflicts=conflicts,
        too_early=bool(because),
        too_early_because=because,
        asks_first=asks_first,
        too_few_because=_TOO_FEW if _is_too_few(choices) else "",
        joining=_joining(case, left),
        ways=ways,
    )


def _deciding_facts(bank: Bank, sheet: AnswerSheet) -> Sequence[FactQuestion]:
    return [fact for fact in asked_facts(bank, sheet) if fact.decides_form]


def _too_early_because(bank: Bank, verdict_id: str | None, ways: Ways | None) -> str:
    is_low = verdict_id is None or verdict_id in bands_too_early_for_form(bank)
    if (not ways.has_mutual) if ways else is_low:
        if verdict_id is None:
            return _NO_VERDICT
        no_way = (ways.no_mutual_because if ways else "") or _NO_WAY
        return _LOW.format(index_of(bank).bands[verdict_id].label) if is_low else no_way
    return ""


def _is_too_few(choices: Sequence[LegalForm]) -> bool:
    # An overlay is no choice of its own: it sits on one of the others.
    return len([form for form in choices if not form.goes_with]) < FEWEST_FORMS


def _unranked(
    found: Candidates,
    left: Sequence[LegalForm],
    ranked_ones: Sequence[RankedForm],
    none_yet: LegalForm | None,
    *,
    begins_with_none: bool,
) -> tuple[RankedForm, ...]:
    """All other forms in the order in which they are shown: those to choose from, then those beside them.

    While it is too early, setting up nothing stands first and the others in the bank's order; where nothing is ranked
    for another reason, they stand by name, because any other order would look like a ranking.
    """
    placed = {form.form_id for form in ranked_ones}
    rest = [form for form in left if form.id not in placed]
    if not begins_with_none and not placed:
        rest.sort(key=lambda form: form.name.casefold())
    rest.sort(key=lambda form: form != none_yet if begins_with_none else not is_choice(form) or form == none_yet)
    return tuple(found[form.id] for form in rest)


def _with_what_weighs_more(
    case: Case, forms: Sequence[RankedForm], conflicts: Sequence[ConflictFound]
) -> tuple[RankedForm, ...]:
    """The ranked forms; where answers pull towards a charity and another form is first, it says what decided that."""
    raised = {each.conflict_id for each in conflicts}
    said = [each.of_first for each in case.bank.conflicts if each.of_first and each.id in raised]
    if not said or not forms or index_of(case.bank).forms[forms[0].form_id].is_charity:
        return tuple(forms)
    notes = tuple(FormReason(text, 0, (), None) for text in said)
    return (replace(forms[0], reasons_against=(*forms[0].reasons_against, *notes)), *forms[1:])


def _joining(case: Case, left: Sequence[LegalForm]) -> Joining | None:
    for form in left:
        if not is_choice(form) and not form.is_none_yet:
            because = reasons_to_look_first(case, form)
            return Joining(form.id, bool(because), because)
    return None

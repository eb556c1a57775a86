"""The legal forms that are left: what speaks for and against each, what it depends on, and which stand level."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from detector.core.bank.guidance import Caution, LegalForm
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.exclusions import could_exclude
from detector.core.legal_forms.form_order import Merit, in_order, is_choice, open_ways
from detector.core.legal_forms.results import FormReason, FormState, RankedForm

Candidates = Mapping[str, RankedForm]


def candidates(case: Case, left: Sequence[LegalForm]) -> dict[str, RankedForm]:
    """Every form that is left, by id, without a rank."""
    open_rules = {form.id: could_exclude(case, form) for form in left}
    return {form.id: _candidate(case, form, open_rules) for form in left}


def ranked(case: Case, left: Candidates, forms: Collection[str]) -> tuple[RankedForm, ...]:
    """Those of the named forms that are left, best first, with their ranks and what they stand level with."""
    merits = {form_id: _merit(left[form_id]) for form_id in left if form_id in forms}
    order = in_order(case.bank, merits)
    return tuple(
        replace(
            left[form_id],
            rank=rank,
            level_with=tuple(other for other in order if other != form_id and merits[other] == merits[form_id]),
        )
        for rank, form_id in enumerate(order, start=1)
    )


def reasons_to_look_first(case: Case, form: LegalForm) -> tuple[FormReason, ...]:
    """Why a form beside the others should be looked at before them."""
    return _said(case, form.look_first_when, is_caution=False)


def _merit(form: RankedForm) -> Merit:
    return Merit(form.points, len(form.depends_on))


def _candidate(case: Case, form: LegalForm, open_rules: Mapping[str, tuple[str, ...]]) -> RankedForm:
    holding = [favour for favour in form.favoured_when if case.holds(favour.when, favour.unless)]
    # Points compare forms with each other, and one beside them is compared with none.
    weight = 1 if is_choice(form) else 0
    reasons = [
        (favour.points, FormReason(favour.because, favour.points * weight, favour.sources, favour.checked_on))
        for favour in holding
    ]
    depends_on = open_ways(open_rules, form)
    return RankedForm(
        form_id=form.id,
        layer=form.layer,
        rank=None,
        points=sum(reason.points for _, reason in reasons),
        state=FormState.POSSIBLE if depends_on else FormState.FITS,
        reasons_for=tuple(reason for points, reason in reasons if points > 0),
        reasons_against=(
            *(reason for points, reason in reasons if points < 0),
            *_said(case, form.warned_when, is_caution=True),
        ),
        depends_on=depends_on,
        goes_with=tuple(vehicle for vehicle in form.goes_with if vehicle in open_rules),
    )


def _said(case: Case, rules: Iterable[Caution], *, is_caution: bool) -> tuple[FormReason, ...]:
    return tuple(
        FormReason(each.because, 0, each.sources, each.checked_on, is_caution=is_caution)
        for each in rules
        if case.holds(each.when)
    )

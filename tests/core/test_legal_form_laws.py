"""What must hold for advice on legal forms, whatever the forms and whatever is known."""

from builders import make_sheet
from form_builders import FACTS, exactly, excluded_when
from form_strategies import VERDICTS, conditions, form_banks, known_facts
from hypothesis import given, settings
from hypothesis import strategies as st

from detector.core.answers import FactValue
from detector.core.bank import Bank, Condition
from detector.core.bank.guidance import FormLayer, LegalForm
from detector.core.conditions import Interval, Scores
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.results import FormAdvice, FormState

# Drawing a bank of forms takes long, and a fault in one of these laws shows early.
FEWER = settings(max_examples=50)
SCORES = st.fixed_dictionaries(
    {}, optional={"overall": st.sampled_from([None, exactly(49), exactly(50), Interval(49, 50)])}
)


def advice(bank: Bank, facts: dict[str, FactValue], verdict: str | None = "strong") -> FormAdvice:
    return advise(bank, make_sheet(facts=facts), {"overall": exactly(60)}, verdict)


def ranked_ids(found: FormAdvice) -> set[str]:
    return {form.form_id for form in found.ranked}


def excluded_ids(found: FormAdvice) -> set[str]:
    return {form.form_id for form in found.excluded}


@FEWER
@given(form_banks(), known_facts(), SCORES, st.sampled_from(VERDICTS))
def test_every_form_is_shown_or_excluded_once_and_only_what_is_shown_is_ranked(
    bank: Bank, facts: dict[str, FactValue], scores: Scores, verdict: str | None
) -> None:
    found = advise(bank, make_sheet(facts=facts), scores, verdict)

    shown = [form.form_id for form in (*found.ranked, *found.excluded)]
    assert sorted(shown) == sorted(form.id for form in bank.forms)
    assert [form.rank for form in found.placed] == list(range(1, len(found.placed) + 1))
    assert found.ranked[: len(found.placed)] == found.placed
    assert not (found.too_early and found.placed)


@FEWER
@given(form_banks(), known_facts(), st.sampled_from(VERDICTS))
def test_there_is_a_choice_of_two_or_it_is_said_that_there_is_none(
    bank: Bank, facts: dict[str, FactValue], verdict: str | None
) -> None:
    found = advice(bank, facts, verdict)

    vehicles = {form.form_id for form in found.ranked if form.layer is FormLayer.VEHICLE}
    assert (len(vehicles) < 2) == bool(found.too_few_because)
    assert found.too_early == bool(found.too_early_because)
    assert not found.too_early or found.ranked[0].form_id == "no_new_form"


@FEWER
@given(form_banks(), known_facts())
def test_forms_are_level_with_each_other_and_differ_from_all_others(bank: Bank, facts: dict[str, FactValue]) -> None:
    placed = {form.form_id: form for form in advice(bank, facts).placed}

    for form in placed.values():
        alike = {
            other.form_id
            for other in placed.values()
            if (other.points, len(other.depends_on)) == (form.points, len(form.depends_on)) and other != form
        }
        assert set(form.level_with) == alike


@FEWER
@given(form_banks(), known_facts(), conditions(), st.data())
def test_one_more_exclusion_never_adds_a_form(
    bank: Bank, facts: dict[str, FactValue], when: Condition, data: st.DataObject
) -> None:
    stricter = data.draw(st.sampled_from([form.id for form in bank.forms]))
    forms = tuple(_with_exclusion(form, when) if form.id == stricter else form for form in bank.forms)

    found = advice(bank.model_copy(update={"forms": forms}), facts)

    assert ranked_ids(found) <= ranked_ids(advice(bank, facts))


def _with_exclusion(form: LegalForm, when: Condition) -> LegalForm:
    return form.model_copy(update={"excluded_when": (*form.excluded_when, excluded_when(when, "stricter"))})


@FEWER
@given(form_banks(), known_facts(all_known=True), st.data())
def test_learning_a_fact_never_brings_an_excluded_form_back(
    bank: Bank, facts: dict[str, FactValue], data: st.DataObject
) -> None:
    # Holds where every fact is always asked: one that turns out not to be asked no longer excludes.
    known = data.draw(st.sets(st.sampled_from(sorted(facts))))

    before = advice(bank, {fact_id: facts[fact_id] for fact_id in known})

    assert excluded_ids(before) <= excluded_ids(advice(bank, facts))


@FEWER
@given(form_banks(), known_facts(all_known=True), st.data())
def test_a_form_that_fits_is_never_excluded_by_learning_more(
    bank: Bank, facts: dict[str, FactValue], data: st.DataObject
) -> None:
    known = data.draw(st.sets(st.sampled_from(sorted(facts))))

    before = advice(bank, {fact_id: facts[fact_id] for fact_id in known})
    after = advice(bank, facts)

    fitting = {form.form_id for form in before.ranked if form.state is FormState.FITS}
    assert fitting <= ranked_ids(after)
    assert all(form.state is FormState.FITS for form in after.ranked)


@FEWER
@given(form_banks(), known_facts())
def test_what_is_unknown_neither_excludes_nor_gives_a_reason(bank: Bank, facts: dict[str, FactValue]) -> None:
    found = advice(bank, facts)

    triggered = {fact for form in found.excluded for why in form.why_not for fact in why.triggered_by}
    depended = {fact for form in found.ranked for fact in form.depends_on}
    assert triggered <= {*facts, "overall"}
    assert depended <= {fact.id for fact in FACTS} - set(facts)


@FEWER
@given(form_banks(), known_facts(), st.data())
def test_the_order_of_facts_never_matters(bank: Bank, facts: dict[str, FactValue], data: st.DataObject) -> None:
    order = data.draw(st.permutations(list(facts)))

    assert advice(bank, {fact_id: facts[fact_id] for fact_id in order}) == advice(bank, facts)


@FEWER
@given(form_banks(), known_facts(), st.sampled_from(VERDICTS))
def test_points_are_those_of_the_reasons(bank: Bank, facts: dict[str, FactValue], verdict: str | None) -> None:
    for form in advice(bank, facts, verdict).ranked:
        assert form.points == sum(reason.points for reason in (*form.reasons_for, *form.reasons_against))
        if form.layer is FormLayer.BESIDE:
            assert form.points == 0
            continue
        assert all(reason.points > 0 for reason in form.reasons_for)
        assert all(reason.points < 0 or reason.is_caution for reason in form.reasons_against)

"""What the shipped bank advises on legal forms, whatever the facts."""

from dataclasses import replace
from datetime import date

from form_strategies import VERDICTS
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from strategies import real_bank
from told_conditions import Told

from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue, empty_sheet
from detector.core.bank import FactKind, FactQuestion
from detector.core.bank.guidance import FormLayer
from detector.core.conditions import Interval, Scores, mentions
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.results import FormAdvice, FormReason
from detector.core.legal_forms.what_if import form_changes

FEWER = settings(max_examples=60)
# One service that can be reserved, one that is light touch only, and one that is not on the list.
CODES = ("92511000", "98513310", "71000000")
NUMBERS = st.one_of(st.integers(0, 100), st.sampled_from([19, 20, 49, 50, 207_720, 663_540, 999_999, 1_000_000]))


def _values(fact: FactQuestion) -> SearchStrategy[FactValue]:
    options = [option.id for option in fact.options]
    match fact.kind:
        case FactKind.CHOICE:
            return st.sampled_from(options)
        case FactKind.CHOICES:
            return st.sets(st.sampled_from(options), min_size=1).map(lambda some: tuple(sorted(some)))
        case FactKind.YES_NO:
            return st.booleans()
        case FactKind.DATE:
            return st.dates(date(2026, 1, 1), date(2032, 12, 31)).map(date.isoformat)
        case FactKind.CODE:
            return st.sampled_from(CODES)
        case _:
            return NUMBERS


def sheets() -> SearchStrategy[AnswerSheet]:
    """Any of the shipped bank's facts, with any fitting values."""
    bank = real_bank()
    facts = {fact.id: _values(fact) for fact in bank.facts}
    known = st.fixed_dictionaries({}, optional=facts)
    return known.map(lambda found: replace(empty_sheet(bank), facts=found))


INTERVALS = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda ends: Interval(min(ends), max(ends)))
SCORES = st.fixed_dictionaries({}, optional={"overall": INTERVALS, "ready": INTERVALS})


@FEWER
@given(sheets(), SCORES, st.sampled_from(VERDICTS))
def test_every_reason_shown_has_a_source_and_a_date_or_is_judgement(
    sheet: AnswerSheet, scores: Scores, verdict: str | None
) -> None:
    found = advise(real_bank(), sheet, scores, verdict)

    judged = [(reason.sources, reason.checked_on) for reason in _reasons(found) if not reason.is_caution]
    lawful = [(reason.sources, reason.checked_on) for reason in _reasons(found) if reason.is_caution]
    lawful += [(why.sources, why.checked_on) for form in found.excluded for why in form.why_not]
    lawful += [(conflict.sources, conflict.checked_on) for conflict in found.conflicts]
    assert all(bool(sources) == (checked_on is not None) for sources, checked_on in judged)
    assert all(sources and isinstance(checked_on, date) for sources, checked_on in lawful)


def _reasons(found: FormAdvice) -> list[FormReason]:
    return [reason for form in found.ranked for reason in (*form.reasons_for, *form.reasons_against)]


@FEWER
@given(sheets(), SCORES, st.sampled_from(VERDICTS))
def test_the_advice_is_whole(sheet: AnswerSheet, scores: Scores, verdict: str | None) -> None:
    bank = real_bank()

    found = advise(bank, sheet, scores, verdict)

    ranked = [form.form_id for form in found.ranked]
    assert sorted([*ranked, *(form.form_id for form in found.excluded)]) == sorted(form.id for form in bank.forms)
    assert found.too_few_because or len(ranked) >= 2
    assert all(form.goes_with for form in found.ranked if form.layer is FormLayer.OVERLAY)
    assert {vehicle for form in found.ranked for vehicle in form.goes_with} <= set(ranked)


@settings(max_examples=15)
@given(sheets(), SCORES)
def test_every_turn_told_is_true(sheet: AnswerSheet, scores: Scores) -> None:
    now = _first(sheet, scores)

    for flip in form_changes(real_bank(), sheet, scores):
        changed = {**sheet.facts, **{change.fact_id: change.value for change in flip.changes}}
        assert _first(replace(sheet, facts=changed), scores) == flip.first_form_id != now


def _first(sheet: AnswerSheet, scores: Scores) -> str | None:
    placed = advise(real_bank(), sheet, scores, "strong").placed
    return placed[0].form_id if placed else None


@FEWER
@given(sheets(), SCORES, st.sampled_from(VERDICTS))
def test_an_excluded_form_is_never_ranked(sheet: AnswerSheet, scores: Scores, verdict: str | None) -> None:
    found = advise(real_bank(), sheet, scores, verdict)

    out = {form.form_id for form in found.excluded}
    assert not out & {form.form_id for form in found.ranked}
    assert not out & {other for form in found.ranked for other in (*form.level_with, *form.goes_with)}
    assert found.joining is None or found.joining.form_id not in out


@FEWER
@given(sheets(), SCORES)
def test_nothing_is_ranked_unless_purpose_control_and_surplus_are_known(sheet: AnswerSheet, scores: Scores) -> None:
    found = advise(real_bank(), sheet, scores, "strong")

    decided = {"purpose", "control", "surplus"} <= sheet.facts.keys()
    assert set(found.asks_first) == {"purpose", "control", "surplus"} - sheet.facts.keys()
    assert bool(found.placed) <= decided
    assert not any(form.layer is FormLayer.BESIDE for form in found.placed)


@FEWER
@given(sheets(), st.data())
def test_an_unknown_fact_excludes_no_form_and_raises_no_conflict_but_by_what_is_known(
    sheet: AnswerSheet, data: st.DataObject
) -> None:
    bank = real_bank()
    # What decides whether another fact is asked stays: what was recorded may turn out not to count.
    deciding = {about for fact in bank.facts if fact.when for _, about in mentions(bank, fact.when)}
    forgotten = data.draw(st.sets(st.sampled_from(sorted({fact.id for fact in bank.facts} - deciding))))
    fewer = replace(sheet, facts={each: value for each, value in sheet.facts.items() if each not in forgotten})
    silent = {each.id for each in bank.conflicts if each.unless}

    some, more = advise(bank, fewer, {}, "strong"), advise(bank, sheet, {}, "strong")

    assert {form.form_id for form in some.excluded} <= {form.form_id for form in more.excluded}
    raised, later = ({each.conflict_id for each in found.conflicts} for found in (some, more))
    assert raised - silent <= later
    triggered = {fact for form in some.excluded for why in form.why_not for fact in why.triggered_by}
    triggered |= {fact for each in some.conflicts for fact in each.triggered_by}
    assert triggered <= fewer.facts.keys()


@settings(max_examples=200)
@given(sheets(), st.dictionaries(st.sampled_from(["COM3", "GOV1", "WRK3", "PRO1", "PRO2"]), st.integers(0, 3)))
def test_conflicts_are_raised_exactly_where_their_answers_are_so(sheet: AnswerSheet, levels: dict[str, int]) -> None:
    bank = real_bank()
    answers = {each: Answer(AnswerState.LEVEL, level, evidence=2) for each, level in levels.items()}

    found = advise(bank, replace(sheet, answers=answers), {}, "strong")

    told = Told(bank, sheet.facts, levels)
    expected = [each.id for each in bank.conflicts if told.is_raised(each)]
    assert [conflict.conflict_id for conflict in found.conflicts] == expected

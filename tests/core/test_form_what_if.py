"""The fewest facts that would put another legal form first."""

from itertools import combinations

from builders import make_dimension, make_fact, make_question, make_sheet
from form_builders import FACTS, bank_of_forms, exactly, excluded_when, fact_is, favoured_when, make_form, no_new_form
from form_strategies import form_banks, known_facts
from hypothesis import given, settings

from detector.core.answers import FactValue
from detector.core.bank import AllOf, AnswerIs, Bank, FactKind
from detector.core.conditions import single_tests
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.alternative_values import other_values
from detector.core.legal_forms.results import FactChange, FormChange
from detector.core.legal_forms.what_if import form_changes

CHARITY, STAFF = fact_is("purpose", "charity"), fact_is("control", "staff")


def flips(bank: Bank, facts: dict[str, FactValue] | None = None) -> tuple[FormChange, ...]:
    return form_changes(bank, make_sheet(facts=facts), {})


def test_one_fact_is_enough() -> None:
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[favoured_when(STAFF, 1)]))

    assert flips(bank, {"control": "council"}) == (FormChange((FactChange("control", "staff"),), "coop"),)


def test_two_facts_only_where_no_single_one_is_enough() -> None:
    both = AllOf(all=(STAFF, CHARITY))
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[favoured_when(both, 1)]))

    found = flips(bank, {"control": "council", "purpose": "members"})

    assert found == (FormChange((FactChange("purpose", "charity"), FactChange("control", "staff")), "coop"),)
    assert [len(flip.changes) for flip in flips(bank, {"control": "council", "purpose": "charity"})] == [1]


def test_an_exclusion_can_be_what_changes_the_first_form() -> None:
    bank = bank_of_forms(
        make_form("company", rules=[excluded_when(AnswerIs(fact="members", at_least=10))]),
        make_form("coop"),
        no_new_form(),
    )

    assert flips(bank, {"members": 4}) == (FormChange((FactChange("members", 10),), "coop"),)


def test_nothing_changes_what_no_fact_decides() -> None:
    assert flips(bank_of_forms(make_form("company"), make_form("coop"))) == ()


def test_of_several_values_that_do_the_first_is_told() -> None:
    either = fact_is("purpose", "community", "members")
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[favoured_when(either, 1)]))

    assert flips(bank, {"purpose": "charity"}) == (FormChange((FactChange("purpose", "community"),), "coop"),)


def test_no_new_form_is_left_aside() -> None:
    never = no_new_form().model_copy(update={"favoured_when": (favoured_when(STAFF, 5),)})

    assert flips(bank_of_forms(make_form("company"), never), {"control": "council"}) == ()


def test_a_fact_that_decides_whether_another_is_asked_counts() -> None:
    reliefs = make_fact("reliefs", FactKind.YES_NO).model_copy(update={"when": CHARITY})
    wants_reliefs = favoured_when(fact_is("reliefs", True), 1)
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[wants_reliefs]), facts=[*FACTS, reliefs])

    found = flips(bank, {"purpose": "members", "reliefs": True})

    assert found == (FormChange((FactChange("purpose", "charity"),), "coop"),)


def test_a_fact_that_decides_whether_a_question_is_asked_counts() -> None:
    for_charities = make_question("MKT2", when=CHARITY)
    good = favoured_when(AnswerIs(question="MKT2", at_least=2), 1)
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[good]))
    bank = bank.model_copy(update={"dimensions": (make_dimension("MKT", ["MKT1", for_charities]),)})

    found = form_changes(bank, make_sheet({"MKT2": 2}, facts={"purpose": "members"}), {})

    assert found == (FormChange((FactChange("purpose", "charity"),), "coop"),)


def test_choices_are_changed_one_by_one_from_what_is_chosen() -> None:
    wants_loans = favoured_when(fact_is("finance", "loans"), 1)
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[wants_loans]))

    found = flips(bank, {"finance": ("contracts",)})

    assert found == (FormChange((FactChange("finance", ("contracts", "loans")),), "coop"),)


def test_points_add_up_against_what_others_have() -> None:
    charity, staff = favoured_when(CHARITY, 2), favoured_when(STAFF, 1)
    rival = make_form(
        "company", rules=[favoured_when(CHARITY, 2), favoured_when(AnswerIs(score="ready", at_least=50), 1)]
    )
    bank = bank_of_forms(rival, make_form("coop", rules=[charity, staff, favoured_when(fact_is("rates", True), 1)]))
    sheet = make_sheet(facts={"purpose": "charity", "control": "staff", "rates": False})

    assert form_changes(bank, sheet, {"ready": exactly(50)}) == (FormChange((FactChange("rates", True),), "coop"),)
    assert form_changes(bank, sheet, {"ready": exactly(49)})[0].first_form_id == "company"


def test_scores_stay_as_they_are() -> None:
    ready_and_staff = AllOf(all=(AnswerIs(score="ready", at_least=50), STAFF))
    bank = bank_of_forms(make_form("company"), make_form("coop", rules=[favoured_when(ready_and_staff, 1)]))
    sheet = make_sheet(facts={"control": "council"})

    assert form_changes(bank, sheet, {"ready": exactly(49)}) == ()
    assert len(form_changes(bank, sheet, {"ready": exactly(50)})) == 1


@settings(max_examples=40)
@given(form_banks(), known_facts())
def test_the_fewest_changes_are_those_that_trying_everything_finds(bank: Bank, facts: dict[str, FactValue]) -> None:
    found = flips(bank, facts)

    tried = _all_changes(bank, facts)
    singles = _that_flip(bank, facts, [(change,) for change in tried])
    pairs = [pair for pair in combinations(tried, 2) if pair[0].fact_id != pair[1].fact_id]
    assert _told(found) == (singles or _that_flip(bank, facts, pairs))
    assert all(_first(bank, facts, flip.changes) == flip.first_form_id for flip in found)


def _all_changes(bank: Bank, facts: dict[str, FactValue]) -> list[FactChange]:
    rules = [rule for form in bank.forms for rule in (*form.excluded_when, *form.favoured_when)]
    tests = [test for rule in rules for test in single_tests(rule.when)]
    return [
        FactChange(fact.id, value) for fact in bank.facts for value in other_values(fact, facts.get(fact.id), tests)
    ]


def _first(bank: Bank, facts: dict[str, FactValue], changes: tuple[FactChange, ...] = ()) -> str | None:
    changed = {**facts, **{change.fact_id: change.value for change in changes}}
    placed = advise(bank, make_sheet(facts=changed), {}, "strong").placed
    return placed[0].form_id if placed else None


def _told(found: tuple[FormChange, ...]) -> set[tuple[str, ...]]:
    return {(flip.first_form_id, *(change.fact_id for change in flip.changes)) for flip in found}


def _that_flip(bank: Bank, facts: dict[str, FactValue], tried: list[tuple[FactChange, ...]]) -> set[tuple[str, ...]]:
    now = _first(bank, facts)
    firsts = [(changes, _first(bank, facts, changes)) for changes in tried]
    return {
        (first, *(change.fact_id for change in changes))
        for changes, first in firsts
        if first not in {None, now} and first
    }

"""Hypothesis strategies: random legal forms over a few facts, and facts known or not."""

from form_builders import FACTS, bank_of_forms, excluded_when, favoured_when, make_form, no_new_form, warned_when
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from detector.core.answers import FactValue
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition, FactKind, FactQuestion
from detector.core.bank.guidance import Caution, Exclusion, Favour, FormLayer, LegalForm

VERDICTS = (None, "stop", "not_suited", "weak", "promising", "strong")
NUMBERS = st.integers(0, 6)


def values_of(fact: FactQuestion) -> SearchStrategy[FactValue]:
    """Any value that fits the fact; numbers stay small, so that they meet thresholds."""
    options = [option.id for option in fact.options]
    match fact.kind:
        case FactKind.CHOICE:
            return st.sampled_from(options)
        case FactKind.CHOICES:
            return st.sets(st.sampled_from(options), min_size=1).map(lambda some: tuple(sorted(some)))
        case FactKind.YES_NO:
            return st.booleans()
        case _:
            return NUMBERS


def known_facts(*, all_known: bool = False) -> SearchStrategy[dict[str, FactValue]]:
    """Values for some of the facts, or for all."""
    values = {fact.id: values_of(fact) for fact in FACTS}
    return st.fixed_dictionaries(values) if all_known else st.fixed_dictionaries({}, optional=values)


def conditions() -> SearchStrategy[Condition]:
    """Tests of facts and of one score, alone or together."""
    single = st.one_of(st.sampled_from(FACTS).flatmap(_tests_of), st.just(AnswerIs(score="overall", at_least=50)))
    few = st.lists(single, min_size=1, max_size=3).map(tuple)
    return st.one_of(single, few.map(lambda parts: AllOf(all=parts)), few.map(lambda parts: AnyOf(any=parts)))


def _tests_of(fact: FactQuestion) -> SearchStrategy[AnswerIs]:
    if fact.kind in {FactKind.COUNT, FactKind.PERCENT}:
        limits = st.integers(1, 5)
        at_least = limits.map(lambda limit: AnswerIs(fact=fact.id, at_least=limit))
        return st.one_of(at_least, limits.map(lambda limit: AnswerIs(fact=fact.id, under=limit)))
    options = [True, False] if fact.kind is FactKind.YES_NO else [option.id for option in fact.options]
    some = st.sets(st.sampled_from(options), min_size=1, max_size=2)
    return some.map(lambda chosen: AnswerIs(fact=fact.id, is_one_of=tuple(sorted(chosen))))


def rules() -> SearchStrategy[list[Exclusion | Favour | Caution]]:
    """A few rules of any sort."""
    exclusions = st.builds(excluded_when, conditions(), st.sampled_from(["one", "two"]))
    favours = st.builds(favoured_when, conditions(), st.integers(-3, 3))
    return st.lists(st.one_of(exclusions, favours, st.builds(warned_when, conditions())), max_size=4)


@st.composite
def form_banks(draw: st.DrawFn) -> Bank:
    """Up to four vehicles, up to two overlays on some of them, and no new form."""
    vehicles = [make_form(f"v{number}", rules=draw(rules())) for number in range(draw(st.integers(1, 4)))]
    ids = [vehicle.id for vehicle in vehicles]
    overlays: list[LegalForm] = []
    for number in range(draw(st.integers(0, 2))):
        goes_with = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
        overlays.append(make_form(f"o{number}", FormLayer.OVERLAY, rules=draw(rules()), goes_with=goes_with))
    return bank_of_forms(*vehicles, *overlays, no_new_form())

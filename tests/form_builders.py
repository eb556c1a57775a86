"""Small legal forms, models and conditions for tests: plain by default, and only what a test names is special."""

from collections.abc import Iterable, Sequence
from datetime import date

from builders import make_bank, make_dimension, make_fact

from detector.core.bank import AnswerIs, Bank, Condition, FactKind, FactQuestion
from detector.core.bank.guidance import Caution, Conflict, Exclusion, Favour, FormLayer, LegalForm, Statement
from detector.core.conditions import Interval

CHECKED = date(2026, 11, 21)
SOMETHING = Statement(text="Something.", sources=(1,), checked_on=CHECKED)

# Facts of every kind that a condition can test.
FACTS = (
    make_fact("purpose", FactKind.CHOICE, ["charity", "community", "members"]),
    make_fact("control", FactKind.CHOICE, ["staff", "council"]),
    make_fact("finance", FactKind.CHOICES, ["contracts", "loans", "shares"]),
    make_fact("rates", FactKind.YES_NO),
    make_fact("members", FactKind.COUNT),
    make_fact("core_share", FactKind.PERCENT),
)


def fact_is(fact_id: str, *values: str | bool) -> AnswerIs:
    """A test of a fact that takes choices, or yes and no."""
    return AnswerIs(fact=fact_id, is_one_of=values)


def exactly(score: float) -> Interval:
    """A score (0-100) of which nothing is unknown."""
    return Interval(score, score)


def excluded_when(when: Condition, rule_id: str = "ruled_out") -> Exclusion:
    """A rule that takes a form out."""
    return Exclusion(id=rule_id, when=when, because=f"{rule_id} holds.", sources=(1,), checked_on=CHECKED)


def favoured_when(when: Condition, points: int) -> Favour:
    """A rule that gives points, for or against."""
    return Favour(when=when, points=points, because=f"{points} points.")


def warned_when(when: Condition) -> Caution:
    """A rule that sends officers to a lawyer."""
    return Caution(when=when, because="Ask first.", sources=(1,), checked_on=CHECKED)


def make_form(
    form_id: str,
    layer: FormLayer = FormLayer.VEHICLE,
    *,
    rules: Iterable[Exclusion | Favour | Caution] = (),
    goes_with: Sequence[str] = (),
) -> LegalForm:
    """A legal form of which only its rules matter."""
    given = tuple(rules)
    return LegalForm(
        id=form_id,
        name=form_id.capitalize(),
        layer=layer,
        summary=f"{form_id} is a form.",
        goes_with=tuple(goes_with),
        regulator=SOMETHING,
        law=SOMETHING,
        members_needed=SOMETHING,
        ownership=SOMETHING,
        governance=SOMETHING,
        asset_lock=SOMETHING,
        surplus=SOMETHING,
        finance=SOMETHING,
        charity_and_rates=SOMETHING,
        tax=SOMETHING,
        staff_control=SOMETHING,
        reserved_contract=SOMETHING,
        in_house_exemption=SOMETHING,
        speaks_for=(SOMETHING,),
        speaks_against=(SOMETHING,),
        ask_your_lawyer=("Is it so?", "What else?"),
        excluded_when=tuple(rule for rule in given if isinstance(rule, Exclusion)),
        favoured_when=tuple(rule for rule in given if isinstance(rule, Favour)),
        warned_when=tuple(rule for rule in given if isinstance(rule, Caution)),
        sources=(1,),
        checked_on=CHECKED,
    )


def make_conflict(when: Condition, conflict_id: str = "clash") -> Conflict:
    """Answers that cannot all stand."""
    return Conflict(
        id=conflict_id,
        name="A clash",
        when=when,
        because="They clash.",
        what_to_do="Choose one.",
        sources=(1,),
        checked_on=CHECKED,
    )


def no_new_form() -> LegalForm:
    """The advice to set up nothing yet."""
    return make_form("no_new_form", FormLayer.BESIDE).model_copy(update={"is_none_yet": True})


def bank_of_forms(
    *forms: LegalForm, conflicts: Iterable[Conflict] = (), facts: Iterable[FactQuestion] = FACTS
) -> Bank:
    """A bank with two questions, some facts, and these forms."""
    bank = make_bank([make_dimension("MKT", ["MKT1", "MKT2"])], facts=facts)
    return bank.model_copy(update={"forms": forms, "conflicts": tuple(conflicts)})

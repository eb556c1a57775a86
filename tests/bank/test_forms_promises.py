"""What the legal forms and conflicts of bank 2026.2 promise to other programs, to officers and to their lawyers.

The lists of ids and rules repeat the bank on purpose: a change that breaks one of them breaks a promise.
"""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from detector.bank_files import load_bank
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition
from detector.core.bank.guidance import Caution, Conflict, Exclusion, Favour, FormLayer, LegalForm, Statement

RULES_OF = {
    "clg": "x4 x5 x10",
    "cls": "x1 x5 x10",
    "cic_guarantee": "x3 x4 x5 x7",
    "cic_shares": "x1 x5 x7",
    "community_benefit_society": "x1 x3 x7 x9",
    "charitable_community_benefit_society": "x1 x2 x3 x4 x9",
    "cooperative_society": "x1 x3 x4 x9 x10",
    "cio": "x1 x2 x3 x4 x5",
    "charitable_company": "x2 x3 x4 x5",
    "llp": "x1 x5 x10 children",
    "eot": "x1 x5 x10",
    "ebt": "x1 x5 x10",
    "joint_venture": "x1 x5 x6 x10 no_partner",
    "council_owned": "x4 x5 x6",
    "join_existing": "x1 no_host",
    "no_new_form": "",
}
OVERLAYS = {
    "eot": ("cls",),
    "ebt": ("cls",),
    "joint_venture": ("cls", "llp"),
    "council_owned": ("clg", "cls", "cic_guarantee", "cic_shares"),
}
BESIDE = {"join_existing", "no_new_form"}
CONFLICTS = """
in_house_over_20_outside in_house_without_council_control in_house_with_private_shares
reserved_with_control_elsewhere reserved_with_control_shared_with_users reserved_without_staff_majority_on_board
reserved_with_profit_to_investors reserved_over_five_years lock_by_law_for_members_only charity_paying_out
charity_with_partner_owner lock_by_law_with_investors community_shares_with_investors community_shares_with_partner
society_with_too_few_members reserved_with_code_not_marked reserved_with_test_failed charity_reserved_staff_board
childrens_functions_for_profit below_threshold_too_large health_by_the_wrong_rules may_not_be_free_to_sign
consent_needed_to_sign contract_past_vesting council_control_of_a_mutual staff_control_not_intended
lock_by_law_with_staff_share savings_from_worse_terms direct_award_without_ground in_house_with_minority_of_others
partner_shared_without_partner savings_as_the_motive core_contract_leaves_no_room
"""
LONGEST_SENTENCE = 40
FORBIDDEN = {
    "marks of doubt": r"unconfirmed|\bseed\b|\(j\)|\[|inference|our reading",
    "what was not confirmed": r"236H|312A|Charities Act|LLP Act|Employment Allowance|Libraries Unlimited",
    "Latin abbreviations": r"\be\.g\.|\bi\.e\.|\betc\b",
    "American spelling": r"\w+iz(e|ed|es|ing|ation)s?\b(?<!size)(?<!sized)|\bcenter\b|\bprogram\b|\bfavor",
}
Rule = Exclusion | Favour | Caution | Conflict
Cited = Statement | Rule


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def statements(form: LegalForm) -> tuple[Statement, ...]:
    attributes = (form.regulator, form.law, form.members_needed, form.ownership, form.governance, form.asset_lock,
                  form.surplus, form.finance, form.charity_and_rates, form.tax, form.staff_control,
                  form.reserved_contract, form.in_house_exemption)  # fmt: skip
    return (*attributes, *form.speaks_for, *form.speaks_against)


def rules(bank: Bank) -> Iterator[tuple[str, Rule]]:
    for form in bank.forms:
        yield from ((form.id, rule) for rule in (*_ruled(form), *form.favoured_when))
    yield from ((conflict.id, conflict) for conflict in bank.conflicts)


def _ruled(form: LegalForm) -> tuple[Exclusion | Caution, ...]:
    return (*form.excluded_when, *form.warned_when, *form.look_first_when)


def conditions(bank: Bank) -> Iterator[tuple[str, Condition]]:
    for entry, rule in rules(bank):
        yield entry, rule.when
        if isinstance(rule, Favour | Conflict) and rule.unless is not None:
            yield entry, rule.unless


def cited(bank: Bank) -> Iterator[tuple[str, Cited]]:
    for form in bank.forms:
        yield from ((form.id, statement) for statement in statements(form))
    yield from rules(bank)


def answers_read(bank: Bank) -> Iterator[tuple[str, str]]:
    """Every text that is not a question to a lawyer, with the id of its form or conflict."""
    for form in bank.forms:
        own = (form.name, form.summary, *(statement.text for statement in statements(form)))
        yield from ((form.id, text) for text in (*own, *(example.became for example in form.examples)))
    for conflict in bank.conflicts:
        yield from ((conflict.id, text) for text in (conflict.name, conflict.what_to_do))
    yield from ((entry, rule.because) for entry, rule in rules(bank))


def texts(bank: Bank) -> list[tuple[str, str]]:
    questions = [(form.id, question) for form in bank.forms for question in form.ask_your_lawyer]
    return [*answers_read(bank), *questions]


def parts_of(condition: Condition) -> Iterator[AnswerIs]:
    match condition:
        case AnswerIs():
            yield condition
        case AllOf(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from parts_of(part)


def misfit(bank: Bank, test: AnswerIs) -> bool:
    """Whether a test names something that is not there, or a value that it cannot have."""
    facts = {fact.id: {option.id for option in fact.options} or {True, False} for fact in bank.facts}
    scores = {"overall", *(group.id for group in bank.groups), *(dimension.id for dimension in bank.dimensions)}
    if test.contract is not None:
        return bank.contract_rules is None or test.is_so is None
    if test.score is not None:
        return test.score not in scores
    if test.question is not None:
        return test.question not in {question.id for each in bank.dimensions for question in each.questions}
    return test.fact not in facts or bool(set(test.is_one_of or ()) - facts[test.fact])


def test_forms_are_those_that_other_programs_know_in_their_layers(bank: Bank) -> None:
    layers = {form.id: form.layer for form in bank.forms}

    assert list(layers) == list(RULES_OF)
    assert {each for each, layer in layers.items() if layer is FormLayer.OVERLAY} == set(OVERLAYS)
    assert {each for each, layer in layers.items() if layer is FormLayer.BESIDE} == BESIDE
    assert {form.id: form.goes_with for form in bank.forms if form.goes_with} == OVERLAYS


def test_rules_that_take_a_form_out_are_those_published(bank: Bank) -> None:
    found = {form.id: [rule.id for rule in form.excluded_when] for form in bank.forms}

    assert found == {form: [f"{rule}_{form}" for rule in named.split()] for form, named in RULES_OF.items()}


def test_every_form_can_gain_points(bank: Bank) -> None:
    assert [form.id for form in bank.forms if not any(rule.points > 0 for rule in form.favoured_when)] == []


def test_conflicts_are_those_published(bank: Bank) -> None:
    assert [conflict.id for conflict in bank.conflicts] == CONFLICTS.split()


def test_every_statement_is_sourced_or_judgement_or_a_call_for_advice(bank: Bank) -> None:
    bare = [(form.id, each.text) for form in bank.forms for each in statements(form)
            if not (each.sources or each.judgement or each.take_advice)]  # fmt: skip

    assert bare == []


def test_whatever_has_a_source_has_the_day_it_was_checked(bank: Bank) -> None:
    undated = [entry for entry, each in cited(bank) if bool(each.sources) != bool(each.checked_on)]
    days = {each.checked_on for _, each in cited(bank) if each.checked_on}

    assert undated == []
    assert days == {date(2026, 11, 21), date(2026, 11, 30)}


def test_a_call_for_advice_says_so_and_is_nothing_else(bank: Bank) -> None:
    calls = [(form.id, each) for form in bank.forms for each in statements(form) if each.take_advice]

    unclear = [(form, each.text) for form, each in calls if not re.search(r"take advice|\bask\b", each.text.lower())]
    assert unclear == []
    assert [form for form, each in calls if each.judgement] == []


def test_sources_of_a_form_are_those_its_parts_cite(bank: Bank) -> None:
    for form in bank.forms:
        parts = (*statements(form), *form.examples, *_ruled(form), *form.favoured_when)

        assert list(form.sources) == sorted({number for part in parts for number in part.sources}), form.id


def test_sources_are_listed_and_fit_for_officers(bank: Bank) -> None:
    fit = {source.number for source in bank.sources if source.reliability != "D"} - {3}

    assert [(entry, each.sources) for entry, each in cited(bank) if set(each.sources) - fit] == []


def test_conditions_speak_of_what_is_asked_and_scored(bank: Bank) -> None:
    astray = [(entry, test) for entry, when in conditions(bank) for test in parts_of(when) if misfit(bank, test)]

    assert astray == []


def test_only_questions_to_a_lawyer_hold_a_question_mark(bank: Bank) -> None:
    assert [(entry, text) for entry, text in answers_read(bank) if "?" in text] == []
    assert [(f.id, q) for f in bank.forms for q in f.ask_your_lawyer if q.count("?") != 1 or q[-1] != "?"] == []


def test_every_form_has_three_questions_or_more_for_the_lawyer(bank: Bank) -> None:
    assert [form.id for form in bank.forms if len(set(form.ask_your_lawyer)) < 3] == []


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in FORBIDDEN.items()])
def test_no_text_of_a_form_holds(bank: Bank, pattern: str) -> None:
    assert [(entry, text) for entry, text in texts(bank) if re.search(pattern, text, re.IGNORECASE)] == []


def test_sentences_of_forms_and_conflicts_are_short(bank: Bank) -> None:
    sentences = [(entry, part) for entry, text in texts(bank) for part in re.split(r"(?<=[.?!;])\s+", text)]

    assert [(entry, each) for entry, each in sentences if len(each.split()) > LONGEST_SENTENCE] == []

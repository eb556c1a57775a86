"""Mistakes in what a bank says of contracts, and in tests of a service code or of the contract."""

from datetime import date

import pytest
from builders import make_fact
from contract_builders import CODES, FACTS, LIBRARIES, RULES, contract_bank
from form_builders import make_conflict

from detector.bank_files.checks.condition_subjects import unfit_knowledge
from detector.bank_files.checks.condition_types import unfit_tests
from detector.bank_files.checks.contract_rules import contract_rule_problems
from detector.bank_files.checks.references import unknown_uses
from detector.bank_files.checks.stale_dates import old_dates
from detector.core.bank import AnswerIs, Bank, ContractRules, ContractTest, FactKind, ServiceMark

SOUND = contract_bank()
OVER = AnswerIs(contract=ContractTest.OVER_THRESHOLD, is_so=True)


def changed(**update: object) -> Bank:
    return SOUND.model_copy(update=update)


def rules(**update: object) -> ContractRules:
    return RULES.model_copy(update=update)


def test_sound_rules_are_not_said_to_be_wrong() -> None:
    assert list(contract_rule_problems(SOUND)) == []


@pytest.mark.parametrize(
    ("bank", "place", "fault"),
    [
        (changed(contract_rules=rules(value="wroth")), ("contract_rules", "value"), "there is no fact 'wroth'."),
        (
            changed(contract_rules=rules(starts="worth")),
            ("contract_rules", "starts"),
            "fact 'worth' is of the kind 'money'.",
        ),
        (
            changed(contract_rules=rules(light_touch_from=100)),
            ("contract_rules", "light_touch_from"),
            "light touch services have the higher threshold in law, and here it is the lower.",
        ),
        (
            changed(code_list=CODES.model_copy(update={"categories": (CODES.categories[0], CODES.categories[0])})),
            ("code_list", "categories", 1, "codes", 0, "code"),
            f"'{LIBRARIES}' is listed twice.",
        ),
        (
            changed(code_list=None),
            ("facts", 2, "kind"),
            "a service code is compared with a list, and there is none.",
        ),
    ],
)
def test_a_mistake_is_said_at_its_place(bank: Bank, place: tuple[str | int, ...], fault: str) -> None:
    assert [(found.place, found.fault) for found in contract_rule_problems(bank)] == [(place, fault)]


def test_a_source_there_is_not_is_said() -> None:
    found = list(unknown_uses(changed(contract_rules=rules(sources=(7,)))))

    assert [(each.place, each.fault) for each in found] == [
        (("contract_rules", "sources", 0), "there is no source 7.")
    ]


def test_a_list_checked_long_ago_is_named() -> None:
    named = [(each.kind, each.id) for each in old_dates(SOUND, date(2028, 1, 1)) if each.kind == "entry"]

    assert named == [("entry", "contract_rules"), ("entry", "code_list")]


@pytest.mark.parametrize(
    ("test", "fault"),
    [
        (AnswerIs(contract=ContractTest.OVER_THRESHOLD), "a test of the contract is true or false."),
        (
            AnswerIs(contract=ContractTest.OVER_THRESHOLD, is_so=True, at_least=3),
            "a test of the contract is true or false.",
        ),
        (
            AnswerIs(contract=ContractTest.OVER_THRESHOLD, is_so=True, fact="worth"),
            "a test of the contract names nothing else.",
        ),
        (AnswerIs(fact="service", is_one_of=("92511000",)), "'is_one_of' does not fit fact 'service'."),
        (AnswerIs(fact="service"), "nothing is tested."),
        (AnswerIs(fact="worth", marked=ServiceMark.RESERVED), "'marked' does not fit fact 'worth'."),
        (
            AnswerIs(fact="handover", at_least=2028),
            "fact 'handover' is a day, which only a test of the contract can compare.",
        ),
    ],
)
def test_a_test_that_does_not_fit_is_said(test: AnswerIs, fault: str) -> None:
    knowledge = changed(conflicts=(make_conflict(test),))
    asked = changed(facts=(*FACTS, make_fact("last", FactKind.YES_NO).model_copy(update={"when": test})))

    assert [found.fault for found in unfit_knowledge(knowledge)] == [fault]
    assert [found.fault for found in unfit_tests(asked)] == [fault]


def test_a_test_of_the_contract_needs_rules() -> None:
    bank = changed(conflicts=(make_conflict(OVER),), contract_rules=None)

    assert [found.fault for found in unfit_knowledge(bank)] == ["no facts are named that describe the contract."]


def test_a_sound_test_of_the_contract_is_not_said_to_be_wrong() -> None:
    reserved = AnswerIs(fact="service", marked=ServiceMark.RESERVED)
    bank = changed(conflicts=(make_conflict(OVER, "one"), make_conflict(reserved, "two")))

    assert list(unfit_knowledge(bank)) == []

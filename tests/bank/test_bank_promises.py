"""What bank 2026.1 promises to saved files, other programs and the people who were told of it.

These lists repeat the bank on purpose: a change that breaks one of them breaks a promise.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import JsonValue

from detector.bank_files import load_bank
from detector.core.bank import TOP_LEVEL, Bank, FactQuestion, GateKind, Question

QUESTIONS_OF = {
    "MKT": 6, "STF": 6, "COM": 7, "INC": 6, "FIT": 5, "LDR": 5, "FIN": 6, "WRK": 4, "AST": 4, "GOV": 5, "PRO": 5,
}  # fmt: skip
WEIGHTS = {
    "MKT": 14, "STF": 14, "COM": 16, "INC": 14, "FIT": 7, "LDR": 8, "FIN": 10, "WRK": 5, "AST": 3, "GOV": 5, "PRO": 4,
}  # fmt: skip
GROUPS = {
    "right_service": {"MKT", "INC", "FIT", "GOV"},
    "right_support": {"STF", "COM"},
    "ready": {"LDR", "FIN", "WRK", "AST", "PRO"},
}
QUICK_SCAN = "MKT1 MKT2 MKT3 STF1 STF2 STF3 COM1 COM2 COM3 INC1 INC2 INC6 FIT2 FIT5 LDR1 FIN2 WRK2 GOV1 PRO1"
GATES = {
    "political_support": (GateKind.HARD, "COM1"),
    "lawful_to_deliver": (GateKind.HARD, "FIT2"),
    "lawful_route": (GateKind.HARD, "PRO1"),
    "staff_support": (GateKind.AMBER, "STF2"),
    "unions_involved": (GateKind.AMBER, "STF4"),
    "core_contract": (GateKind.AMBER, "COM2"),
    "motive_beyond_savings": (GateKind.AMBER, "COM3"),
    "survives_contract_loss": (GateKind.AMBER, "INC6"),
    "committed_leader": (GateKind.AMBER, "LDR1"),
    "viable_model": (GateKind.AMBER, "FIN2"),
    "pension_route": (GateKind.AMBER, "WRK2"),
    "real_staff_control": (GateKind.AMBER, "GOV1"),
}
FACTS = {
    "turnover": "money",
    "staff_headcount": "count",
    "staff_fte": "decimal",
    "core_share_y1": "percent",
    "core_share_y3": "percent",
    "core_share_y5": "percent",
    "contract_years": "decimal",
    "purpose": "choice",
    "control": "choice",
    "surplus": "choice",
    "asset_lock": "choice",
    "finance": "choices",
    "staff_majority_board": "yes_no",
    "route": "choice",
    "cpv_code": "text",
    "rates_significant": "yes_no",
    "partner_equity": "yes_no",
    "host_available": "yes_no",
    "members_at_start": "count",
}
OPTIONS = {
    "purpose": "exclusively_charitable community members mixed",
    "control": "staff_majority staff_and_users community council partner_shared",
    "surplus": "none capped to_staff to_investors",
    "asset_lock": "statutory some none",
    "finance": "contracts grants_donations loans community_shares equity",
    "route": "reserved in_house_exempt open provider_selection undecided",
}
BANDS = {"strong": 70, "promising": 50, "weak": 35, "not_suited": 0, "stop": None}
CAPS = {
    "hard_gate_failed": ("stop", None, None),
    "weak_points": ("weak", None, 9),
    "headline_very_low": ("weak", 25, None),
    "hard_gate_open": ("promising", None, None),
    "hard_gate_warning": ("promising", None, None),
    "amber_gate_failed": ("promising", None, None),
    "gates_in_doubt": ("promising", None, 3),
    "headline_low": ("promising", 50, None),
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def all_questions(bank: Bank) -> tuple[Question, ...]:
    return tuple(question for dimension in bank.dimensions for question in dimension.questions)


def option_ids(fact: FactQuestion) -> str:
    return " ".join(option.id for option in fact.options)


def test_question_ids_are_the_dimensions_letters_and_a_running_number(bank: Bank) -> None:
    promised = [f"{letters}{n + 1}" for letters, count in QUESTIONS_OF.items() for n in range(count)]

    asked = [question.id for question in all_questions(bank)]

    assert asked == promised
    assert len(asked) == 59


def test_every_question_counts_the_same_within_its_dimension_and_is_always_asked(bank: Bank) -> None:
    unusual = [question.id for question in all_questions(bank) if question.weight != 1 or question.when is not None]

    assert unusual == []


def test_weights_are_as_published_and_add_up_to_100(bank: Bank) -> None:
    weights = {dimension.id: dimension.weight for dimension in bank.dimensions}

    assert weights == WEIGHTS
    assert sum(weights.values()) == 100


def test_groups_hold_the_dimensions_they_held_when_published(bank: Bank) -> None:
    groups = {group.id: {d.id for d in bank.dimensions if d.group == group.id} for group in bank.groups}

    assert groups == GROUPS


def test_the_four_headline_dimensions_carry_58_of_100(bank: Bank) -> None:
    headline = [dimension for dimension in bank.dimensions if dimension.headline]

    assert [dimension.id for dimension in headline] == ["MKT", "STF", "COM", "INC"]
    assert sum(dimension.weight for dimension in headline) == 58


def test_quick_scan_asks_the_published_19(bank: Bank) -> None:
    quick = [question.id for question in all_questions(bank) if question.quick_scan]

    assert " ".join(quick) == QUICK_SCAN
    assert len(quick) == 19


def test_gates_stand_where_they_were_published(bank: Bank) -> None:
    gates = {gate.id: (gate.kind, gate.question) for gate in bank.gates}

    assert gates == GATES


def test_fact_ids_and_kinds_are_those_that_saved_files_use(bank: Bank) -> None:
    facts = {fact.id: fact.kind.value for fact in bank.facts}

    assert facts == FACTS


def test_fact_options_are_those_that_saved_files_use(bank: Bank) -> None:
    options = {fact.id: option_ids(fact) for fact in bank.facts if fact.options}

    assert options == OPTIONS


def test_bands_and_caps_are_as_published(bank: Bank) -> None:
    bands = {band.id: band.from_score for band in bank.bands}
    caps = {cap.rule.value: (cap.at_most, cap.under, cap.count) for cap in bank.caps}

    assert bands == BANDS
    assert caps == CAPS


def test_rules_about_answers_are_as_published(bank: Bank) -> None:
    confidence = bank.confidence

    assert (confidence.coverage, confidence.evidence, confidence.agreement) == (0.4, 0.4, 0.2)
    assert confidence.provisional_under == 0.5
    assert (confidence.provisional_under_coverage, confidence.provisional_under_evidence) == (0.5, 0.33)
    assert bank.verdict_from_coverage == 25
    assert (bank.scale.top_level_needs_evidence, bank.scale.local_weight_limit) == (2, 0.5)
    assert [grade.grade for grade in bank.scale.evidence_grades] == [0, 1, 2, TOP_LEVEL]


def test_every_question_leads_to_exactly_one_action(bank: Bank) -> None:
    actions = Counter(question for action in bank.actions for question in action.questions)

    assert actions == Counter(question.id for question in all_questions(bank))


def test_sources_listed_are_exactly_the_sources_cited(bank: Bank) -> None:
    entries = bank.model_dump(mode="json", exclude={"sources"})

    cited = set(numbers_cited(entries))

    assert cited == {source.number for source in bank.sources}


def numbers_cited(entry: JsonValue) -> Iterator[JsonValue]:
    """Every source number cited anywhere in an entry."""
    match entry:
        case dict():
            for key, value in entry.items():
                yield from value if key == "sources" and isinstance(value, list) else numbers_cited(value)
        case list():
            for value in entry:
                yield from numbers_cited(value)
        case _:
            return


def test_no_source_is_one_that_officers_should_not_be_shown(bank: Bank) -> None:
    unfit = [source.number for source in bank.sources if source.number == 3 or source.reliability == "D"]

    assert unfit == []

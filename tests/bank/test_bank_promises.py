"""What bank 2026.2 promises to saved files, other programs and the people who were told of it.

These lists repeat the bank on purpose: a change that breaks one of them breaks a promise.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import JsonValue

from detector.bank_files import load_bank
from detector.core.bank import TOP_LEVEL, Bank, FactQuestion, GateKind, Question
from detector.wording.plain import day

QUESTIONS_OF = {
    "MKT": "1 2 3 4 6",
    "STF": "1 2 3 4 5 6",
    "COM": "1 2 3 4 5 7 8 9",
    "INC": "1 2 5 6",
    "FIT": "1 2 3 4 5",
    "LDR": "1 2 3",
    "FIN": "2 3 4 5 6 7",
    "WRK": "1 2 3 4",
    "AST": "1 3 5",
    "GOV": "1 2 3 4 5",
    "PRO": "1 2 3 4 5 6",
}
ONLY_WHERE_IT_MATTERS = {"COM9", "PRO2", "PRO6"}
WEIGHTS = {
    "MKT": 13, "STF": 14, "COM": 17, "INC": 12, "FIT": 8, "LDR": 7, "FIN": 11, "WRK": 5, "AST": 3, "GOV": 5, "PRO": 5,
}  # fmt: skip
GROUPS = {
    "right_service": {"MKT", "INC", "FIT", "GOV"},
    "right_support": {"STF", "COM"},
    "ready": {"LDR", "FIN", "WRK", "AST", "PRO"},
}
QUICK_SCAN = (
    "MKT1 MKT3 STF2 STF4 COM1 COM2 COM3 COM8 COM9 INC1 INC6 FIT2 FIT4 LDR1 FIN2 FIN4 WRK2 GOV1 GOV5 PRO1 PRO5 PRO6"
)
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
    "free_to_sign": (GateKind.HARD, "COM9"),
    "could_win": (GateKind.AMBER, "MKT3"),
    "money_is_secure": (GateKind.AMBER, "COM8"),
    "carries_its_overheads": (GateKind.AMBER, "FIT4"),
    "cash_to_start": (GateKind.AMBER, "FIN4"),
    "public_not_opposed": (GateKind.AMBER, "GOV5"),
    "decisions_lawful": (GateKind.AMBER, "PRO5"),
    "registered_in_time": (GateKind.AMBER, "PRO6"),
}
FACTS = {
    "service_kind": "choice",
    "statutory_basis": "choice",
    "delegates_functions": "yes_no",
    "reorganisation": "choice",
    "vesting_on": "date",
    "direction_in_force": "yes_no",
    "contract_starts_on": "date",
    "turnover": "money",
    "staff_headcount": "count",
    "pension_schemes": "choices",
    "core_share_y1": "percent",
    "core_share_y3": "percent",
    "core_share_y5": "percent",
    "contract_years": "decimal",
    "contract_value": "money",
    "public_body_members": "choice",
    "purpose": "choice",
    "control": "choice",
    "surplus": "choice",
    "asset_lock": "choice",
    "finance": "choices",
    "staff_majority_board": "yes_no",
    "route": "choice",
    "cpv_code": "code",
    "rates_significant": "yes_no",
    "partner_equity": "yes_no",
    "host_available": "yes_no",
    "members_at_start": "count",
}
OPTIONS = {
    "service_kind": "adult_social_care childrens_social_care early_years education_support youth community_health "
    "public_health libraries_museums leisure_sport arts_events housing environment back_office other",
    "reorganisation": "not_affected in_progress to_be_dissolved continues",
    "statutory_basis": "duty part power",
    "pension_schemes": "lgps nhs teachers other",
    "public_body_members": "none some most",
    "purpose": "exclusively_charitable community members mixed",
    "control": "staff_majority staff_and_users community council partner_shared",
    "surplus": "none capped to_staff to_investors",
    "asset_lock": "statutory some none",
    "finance": "contracts grants_donations loans community_shares equity",
    "route": "reserved in_house_exempt open provider_selection undecided below_threshold direct_award",
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


def test_question_ids_are_the_dimensions_letters_and_a_number_that_never_had_another_meaning(bank: Bank) -> None:
    promised = [f"{letters}{number}" for letters, numbers in QUESTIONS_OF.items() for number in numbers.split()]

    asked = [question.id for question in all_questions(bank)]

    assert asked == promised
    assert len(asked) == 55


def test_every_question_counts_the_same_within_its_dimension(bank: Bank) -> None:
    unusual = [question.id for question in all_questions(bank) if question.weight != 1]

    assert unusual == []


def test_three_questions_are_asked_only_where_they_matter(bank: Bank) -> None:
    conditional = {question.id for question in all_questions(bank) if question.when is not None}

    assert conditional == ONLY_WHERE_IT_MATTERS


def test_weights_are_as_published_and_add_up_to_100(bank: Bank) -> None:
    weights = {dimension.id: dimension.weight for dimension in bank.dimensions}

    assert weights == WEIGHTS
    assert sum(weights.values()) == 100


def test_groups_hold_the_dimensions_they_held_when_published(bank: Bank) -> None:
    groups = {group.id: {d.id for d in bank.dimensions if d.group == group.id} for group in bank.groups}

    assert groups == GROUPS


def test_the_four_headline_dimensions_carry_56_of_100(bank: Bank) -> None:
    headline = [dimension for dimension in bank.dimensions if dimension.headline]

    assert [dimension.id for dimension in headline] == ["MKT", "STF", "COM", "INC"]
    assert sum(dimension.weight for dimension in headline) == 56


def test_quick_scan_asks_the_published_22(bank: Bank) -> None:
    quick = [question.id for question in all_questions(bank) if question.quick_scan]

    assert " ".join(quick) == QUICK_SCAN
    assert len(quick) == 22


def test_gates_stand_where_they_were_published(bank: Bank) -> None:
    gates = {gate.id: (gate.kind, gate.question) for gate in bank.gates}

    assert gates == GATES


def test_every_gate_is_in_the_quick_scan(bank: Bank) -> None:
    quick = {question.id for question in all_questions(bank) if question.quick_scan}

    assert {gate.question for gate in bank.gates} <= quick


def test_the_quick_scan_begins_with_the_two_facts_that_decide_what_it_asks(bank: Bank) -> None:
    assert [fact.id for fact in bank.facts if fact.quick_scan] == ["service_kind", "reorganisation"]


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


def test_from_where_a_verdict_is_named_no_answer_moves_the_score_by_more_than_12(bank: Bank) -> None:
    heaviest = max(
        part.weight * question.weight / sum(each.weight for each in part.questions)
        for part in bank.dimensions
        for question in part.questions
    )

    assert heaviest == pytest.approx(3)
    assert 100 * heaviest / (bank.verdict_from_coverage + heaviest) <= 12


def test_rules_about_answers_are_as_published(bank: Bank) -> None:
    confidence = bank.confidence

    assert (confidence.coverage, confidence.evidence, confidence.agreement) == (0.4, 0.4, 0.2)
    assert confidence.provisional_under == 0.5
    assert (confidence.provisional_under_coverage, confidence.provisional_under_evidence) == (0.5, 0.33)
    assert bank.verdict_from_coverage == 25
    assert (bank.scale.top_level_needs_evidence, bank.scale.local_weight_limit) == (2, 0.5)
    assert [grade.grade for grade in bank.scale.evidence_grades] == [0, 1, 2, TOP_LEVEL]


def test_what_is_in_every_plan_is_as_published(bank: Bank) -> None:
    standing = {rule.id: (rule.owner, rule.stage, rule.sources) for rule in bank.actions if rule.always}

    assert standing == {
        "finish_scan": ("service_manager", "explore", ()),
        "add_documents": ("service_manager", "explore", ()),
        "hold_workshop": ("executive_sponsor", "explore", (21,)),
        "meet_unions": ("human_resources", "explore", (4,)),
        "compare_in_house": ("executive_sponsor", "explore", (22,)),
        "note_to_members": ("executive_sponsor", "explore", (21,)),
        "write_business_case": ("executive_sponsor", "business_case", (27,)),
    }


def test_where_level_2_says_awaited_an_action_asks_for_it(bank: Bank) -> None:
    awaited = {question.id for question in all_questions(bank) if "awaited" in question.levels[2]}
    asked_for = {question_id for rule in bank.actions if rule.waiting for question_id in rule.questions}

    assert awaited == asked_for == {"PRO1", "PRO2"}


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


def test_the_list_of_service_codes_is_the_one_that_was_read(bank: Bank) -> None:
    assert bank.code_list is not None

    codes = [each for category in bank.code_list.categories for each in category.codes]
    assert (len(codes), sum(each.reservable for each in codes)) == (421, 144)
    assert [each.name for each in codes if each.code == "92511000"] == ["Library services"]


def test_the_lines_that_officers_read_are_those_that_conditions_use(bank: Bank) -> None:
    rules = bank.contract_rules
    assert rules is not None
    assert (rules.light_touch_from, rules.other_from) == (663_540, 207_720)

    [asked] = [fact for fact in bank.facts if fact.id == rules.value]
    lines = [f"£{line:,.0f}" for line in (rules.light_touch_from, rules.other_from)]
    assert [line for line in lines if line not in asked.why] == []
    assert day(rules.in_force_from) in asked.why

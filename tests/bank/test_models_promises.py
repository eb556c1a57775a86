"""What the bank promises about delivery models and their appraisal."""

import re
from collections.abc import Iterator

import pytest
from builders import make_sheet

from detector.bank_files import load_bank
from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel, Statement
from detector.core.options.results import Standing
from detector.core.options.standing import standings

MODELS = "in_house outsource council_company join_existing new_psm joint_venture charity_community"
MUTUALS = {"join_existing", "new_psm", "joint_venture"}
OPTIONS_PAPER = 1
NOT_FOR_CITING = 3
LONGEST_SENTENCE = 40
# The points of the options paper that describes these two models: advantages, then disadvantages.
POINTS_OF_THE_PAPER = {"join_existing": (14, 7), "new_psm": (14, 8)}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def find_model(bank: Bank, model_id: str) -> DeliveryModel:
    return next(model for model in bank.models if model.id == model_id)


def statements_of(model: DeliveryModel) -> Iterator[tuple[str, Statement]]:
    yield from ((f"{model.id}, {cell.criterion}", cell.says) for cell in model.cells)
    yield from ((f"{model.id}, for", statement) for statement in model.advantages)
    yield from ((f"{model.id}, against", statement) for statement in model.disadvantages)


def all_statements(bank: Bank) -> list[tuple[str, Statement]]:
    return [named for model in bank.models for named in statements_of(model)]


def texts(bank: Bank) -> list[tuple[str, str]]:
    """Every text an officer reads about delivery models, with where it stands."""
    named = [(where, statement.text) for where, statement in all_statements(bank)]
    named += [(one.id, f"{one.name}. {one.hint}") for one in bank.criteria]
    named += [(model.id, f"{model.name}. {model.summary}") for model in bank.models]
    return [*named, *appraisal_texts(bank)]


def appraisal_texts(bank: Bank) -> list[tuple[str, str]]:
    """Every text of the options appraisal, with where it stands."""
    named = [(one.id, f"{one.name}. {one.asks}. {'. '.join(one.levels)}") for one in bank.appraisal_criteria]
    named += [(f"{each.model}, {cell.criterion}", cell.reason) for each in bank.appraisal for cell in each.cells]
    named += [(f"shift of {shift.criterion}", shift.because) for shift in bank.shifts]
    named += [(rule.id, f"{rule.because} {rule.if_no_mutual_left}") for rule in bank.out_when]
    return named + [("note", note.text) for note in bank.notes]


def sources(bank: Bank) -> Iterator[tuple[str, int]]:
    for where, statement in all_statements(bank):
        yield from ((where, number) for number in statement.sources)
    for model in bank.models:
        yield from ((model.id, number) for number in model.sources)
    for each in bank.appraisal:
        yield from ((f"{each.model}, {cell.criterion}", number) for cell in each.cells for number in cell.sources)
    for entry in (*bank.shifts, *bank.out_when, *bank.notes):
        yield from (("appraisal", number) for number in entry.sources)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!;])\s+", text)


def test_models_are_those_that_other_programs_read_in_their_order(bank: Bank) -> None:
    assert " ".join(model.id for model in bank.models) == MODELS


def test_only_models_in_which_staff_may_hold_control_count_as_mutuals(bank: Bank) -> None:
    assert {model.id for model in bank.models if model.is_mutual} == MUTUALS


@pytest.mark.parametrize("model_id", ["in_house", "outsource", "council_company"])
def test_a_model_that_is_never_a_mutual_says_so(bank: Bank, model_id: str) -> None:
    assert "is not a mutual" in find_model(bank, model_id).summary


@pytest.mark.parametrize("model_id", ["join_existing", "joint_venture", "charity_community"])
def test_a_model_that_is_a_mutual_on_one_condition_names_it(bank: Bank, model_id: str) -> None:
    assert re.search(r"mutual (only )?(where|as long as) staff", find_model(bank, model_id).summary)


@pytest.mark.parametrize("model_id", MODELS.split())
def test_a_model_is_described_on_every_criterion_once(bank: Bank, model_id: str) -> None:
    described = [cell.criterion for cell in find_model(bank, model_id).cells]

    assert described == [criterion.id for criterion in bank.criteria]


def test_every_statement_has_source_and_date_or_is_marked(bank: Bank) -> None:
    unfounded = [
        where
        for where, says in all_statements(bank)
        if not (says.sources and says.checked_on) and not says.judgement and not says.take_advice
    ]

    assert unfounded == []


def test_whatever_cites_a_source_says_when_it_was_checked(bank: Bank) -> None:
    undated = [where for where, says in all_statements(bank) if bool(says.sources) != (says.checked_on is not None)]

    assert undated == []


def test_what_is_not_settled_is_put_as_a_question(bank: Bank) -> None:
    unsettled = [(where, says.text) for where, says in all_statements(bank) if says.take_advice]

    assert unsettled
    assert [where for where, text in unsettled if "?" not in text] == []


def test_direct_award_is_never_spoken_of_without_the_act_that_limits_it(bank: Bank) -> None:
    loose = [where for where, says in all_statements(bank) if "direct award" in says.text and 33 not in says.sources]

    assert loose == []


@pytest.mark.parametrize("model_id", POINTS_OF_THE_PAPER)
def test_every_point_of_the_options_paper_is_there_with_its_source(bank: Bank, model_id: str) -> None:
    model = find_model(bank, model_id)

    assert (len(model.advantages), len(model.disadvantages)) == POINTS_OF_THE_PAPER[model_id]
    assert all(OPTIONS_PAPER in point_made.sources for point_made in (*model.advantages, *model.disadvantages))


@pytest.mark.parametrize("model_id", POINTS_OF_THE_PAPER)
def test_what_the_options_paper_only_finds_apparent_stays_apparent(bank: Bank, model_id: str) -> None:
    absence = [says.text for says in find_model(bank, model_id).advantages if "absence" in says.text]

    assert len(absence) == 1
    assert "appear to" in absence[0]


def test_setting_up_is_a_burden_of_the_new_mutual_alone(bank: Bank) -> None:
    join, new = find_model(bank, "join_existing"), find_model(bank, "new_psm")

    more = [says.text for says in new.disadvantages if says not in join.disadvantages]

    assert len(more) == 1
    assert more[0].startswith("Setting up a mutual can be complicated")


def test_every_model_is_appraised_on_thirteen_criteria_in_five_families(bank: Bank) -> None:
    criteria = [criterion.id for criterion in bank.appraisal_criteria]

    assert (len(criteria), len(bank.appraisal_groups)) == (13, 5)
    assert [each.model for each in bank.appraisal] == MODELS.split()
    assert all([cell.criterion for cell in each.cells] == criteria for each in bank.appraisal)


def test_every_mutual_names_the_legal_forms_it_could_take(bank: Bank) -> None:
    assert [model.id for model in bank.models if model.is_mutual and not model.forms] == []
    assert [model.id for model in bank.models if model.is_in_house and model.forms] == []


def test_every_rule_of_law_that_takes_a_model_out_has_a_source_and_a_day(bank: Bank) -> None:
    assert [rule.id for rule in bank.out_when if bool(rule.sources) == rule.judgement] == []


@pytest.mark.parametrize(
    ("question", "left"),
    [
        pytest.param("FIT2", {"in_house"}, id="functions that stay with the council"),
        pytest.param("COM9", {"in_house"}, id="a council that is not free to sign"),
        pytest.param("PRO1", {"in_house", "council_company"}, id="no lawful route"),
        pytest.param("GOV1", set(MODELS.split()) - MUTUALS, id="no staff control"),
    ],
)
def test_what_a_failed_gate_leaves_open(bank: Bank, question: str, left: set[str]) -> None:
    sheet = make_sheet({question: 0}, facts={"reorganisation": "to_be_dissolved"})

    found = standings(bank, sheet, {}, "strong")

    assert {model for model, standing in found.items() if standing is not Standing.OUT} == left


def test_no_sentence_is_longer_than_40_words(bank: Bank) -> None:
    long = [(w, s) for w, text in texts(bank) for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]

    assert long == []


@pytest.mark.parametrize(
    "pattern", [r"\bseed", r"\(j\)", r"unconfirmed|TODO", r"\be\.g\.|\bi\.e\.|\betc\b", r"\.md\b"]
)
def test_no_text_holds(bank: Bank, pattern: str) -> None:
    assert [where for where, text in texts(bank) if re.search(pattern, text, re.IGNORECASE)] == []


def test_every_source_is_listed_and_fit_to_be_shown(bank: Bank) -> None:
    listed = {source.number for source in bank.sources if source.reliability != "D"} - {NOT_FOR_CITING}

    assert [(where, number) for where, number in sources(bank) if number not in listed] == []

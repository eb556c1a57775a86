"""Files of an older bank come to today's, and a report says what changed."""

import pytest
from files.file_bank import BANK, file_with

from detector.core.bank import Bank, Migration
from detector.core.errors import FileError
from detector.files.assessment import read_assessment
from detector.files.assessment.json_tree import Json

FIRST = Migration(
    from_version="2025.1",
    to_version="2025.2",
    renamed={"MKT9": "MKT8", "MKT": "STF", "STF": "MKT"},
    removed=("OLD1",),
    note="Markets came first.",
)
NOTHING_HELD: dict[str, Json] = {}
SECOND = Migration(from_version="2025.2", to_version="2026.1", renamed={"MKT8": "MKT1"}, note="Shorter ids.")


def bank_with(*migrations: Migration) -> Bank:
    """The bank that knows these migrations."""
    return BANK.model_copy(update={"migrations": migrations})


def test_answers_pass_through_every_bank_between() -> None:
    data = file_with(
        bank_version="2025.1",
        weights={"MKT": 11, "STF": 13},
        answers={"MKT9": {"level": 2, "note": "Kept"}, "OLD1": {"level": 3, "note": "Gone"}, "MKT2": {"level": 1}},
    )

    imported = read_assessment(data, bank_with(FIRST, SECOND))

    assert {key: answer.level for key, answer in imported.sheet.answers.items()} == {"MKT1": 2, "MKT2": 1}
    assert imported.sheet.answers["MKT1"].note == "Kept"
    assert imported.sheet.weights == {"STF": 11, "MKT": 13}
    assert imported.sheet.bank_version == BANK.version


def test_the_report_has_a_line_for_every_change() -> None:
    data = file_with(bank_version="2025.1", answers={"MKT9": {"level": 2}, "OLD1": {"level": 3, "note": "Gone"}})

    imported = read_assessment(data, bank_with(FIRST, SECOND))

    assert imported.migration_report == (
        "Question bank 2025.1 to 2025.2: Markets came first.",
        "Question MKT9 is now called MKT8.",
        "Question OLD1 is no longer asked, so it was left out. It held: level 3, note 'Gone'.",
        "Question bank 2025.2 to 2026.1: Shorter ids.",
        "Question MKT8 is now called MKT1.",
    )


@pytest.mark.parametrize(
    ("section", "held", "said"),
    [
        pytest.param(
            "answers",
            {"state": "not_applicable", "reason": "No sites", "evidence": 2, "links": ["https://example.org"]},
            "Question OLD1 is no longer asked, so it was left out. It held: "
            "not applicable, reason 'No sites', evidence grade 2, links 'https://example.org'.",
            id="an answer with everything",
        ),
        pytest.param(
            "answers",
            {"state": "dont_know", "note": ""},
            "Question OLD1 is no longer asked, so it was left out. It held: don't know.",
            id="an answer that nobody knew",
        ),
        pytest.param(
            "facts", False, "Fact OLD1 is no longer asked, so it was left out. It held: no.", id="a fact that is no"
        ),
        pytest.param(
            "facts",
            ["loans", "shares"],
            "Fact OLD1 is no longer asked, so it was left out. It held: 'loans', 'shares'.",
            id="a fact of several choices",
        ),
        pytest.param(
            "weights", 12.5, "The weight of OLD1 is no longer set, so it was left out. It held: 12.5.", id="a weight"
        ),
        pytest.param(
            "plan",
            {"owner": "Jo", "due": "2027-03-01", "done": True},
            "Action OLD1 is no longer one of the actions, so it was left out. "
            "It held: owner 'Jo', due on '2027-03-01', done.",
            id="a planned action",
        ),
        pytest.param("facts", {}, "Fact OLD1 is no longer asked, so it was left out. It held: nothing.", id="nothing"),
        pytest.param(
            "facts",
            {"odd\x1b": [1, NOTHING_HELD, 3, 4, 5, 6, 7]},
            "Fact OLD1 is no longer asked, so it was left out. It held: 'odd\N{REPLACEMENT CHARACTER}' "
            "1, {}, 3, 4, 5, 6, and more.",
            id="what no file should hold",
        ),
    ],
)
def test_what_is_left_out_is_told_in_plain_words(section: str, held: Json, said: str) -> None:
    data = file_with(bank_version="2025.1", **{section: {"OLD1": held}})

    imported = read_assessment(data, bank_with(FIRST, SECOND))

    assert said in imported.migration_report


def test_a_problem_is_placed_by_the_id_that_is_in_the_file() -> None:
    data = file_with(bank_version="2025.1", answers={"MKT9": {"level": 5}})

    with pytest.raises(FileError) as caught:
        read_assessment(data, bank_with(FIRST, SECOND))

    assert [problem.place for problem in caught.value.problems] == ["answers.MKT9.level"]


def test_two_answers_that_become_one_are_refused() -> None:
    data = file_with(bank_version="2025.2", answers={"MKT1": {"level": 1}, "MKT8": {"level": 2}})

    with pytest.raises(FileError) as caught:
        read_assessment(data, bank_with(SECOND))

    assert str(caught.value) == "answers.MKT8: Both 'MKT8' and another entry are now 'MKT1'. Keep one."


@pytest.mark.parametrize(
    ("version", "fault"),
    [
        pytest.param(
            "2026.2", "was made with question bank 2026.2, and this program has 2026.1.", id="a little newer"
        ),
        pytest.param("2027.1", "was made with question bank 2027.1, and this program has 2026.1.", id="newer"),
        pytest.param(
            "2026.0", "was made with question bank 2026.0, and bank 2026.1 does not say how", id="no way here"
        ),
        pytest.param(
            "2025.3", "was made with question bank 2025.3, and bank 2026.1 does not say how", id="a round trip"
        ),
    ],
)
def test_a_file_of_a_bank_from_which_no_way_leads_here_is_refused(version: str, fault: str) -> None:
    there = Migration(from_version="2025.3", to_version="2025.4", note="There.")
    back = Migration(from_version="2025.4", to_version="2025.3", note="Back.")

    with pytest.raises(FileError) as caught:
        read_assessment(file_with(bank_version=version), bank_with(there, back))

    (problem,) = caught.value.problems
    assert problem.place == "bank_version"
    assert fault in problem.fault


@pytest.mark.parametrize(
    "version", ["2026", "2026.1.1", "v1", "2026.1 ", "\u0662\u0660\u0662\u0666.1", "2026." + "9" * 5000]
)
def test_a_version_that_is_none_is_refused(version: str) -> None:
    with pytest.raises(FileError, match="A bank version looks like"):
        read_assessment(file_with(bank_version=version), BANK)

"""Every problem an assessment file can have: where, what, and how to mend it."""

import pytest
from files.file_bank import answer_with, file_with, problems

from detector.files.assessment import FORMAT


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        pytest.param(
            {"level": 7},
            "answers.MKT1.level: 'How good is MKT1?' takes a level from 0 to 3, not 7.",
            id="level too high",
        ),
        pytest.param(
            {"level": "2"},
            "answers.MKT1.level: 'How good is MKT1?' takes a level from 0 to 3, not '2'. "
            "Write a whole number, without quotation marks.",
            id="level in quotation marks",
        ),
        pytest.param(
            {"level": True},
            "answers.MKT1.level: 'How good is MKT1?' takes a level from 0 to 3, not yes. "
            "Write a whole number, without quotation marks.",
            id="level true",
        ),
        pytest.param(
            {}, "answers.MKT1.level: 'How good is MKT1?' has no level. Give a level from 0 to 3.", id="nothing in it"
        ),
        pytest.param(
            {"level": 1, "evidence": 4},
            "answers.MKT1.evidence: 'How good is MKT1?' takes an evidence grade from 0 to 3, not 4.",
            id="evidence too high",
        ),
        pytest.param(
            {"level": 1, "lvel": 2}, "answers.MKT1: There is no key 'lvel'. Did you mean 'level'?", id="unknown key"
        ),
        pytest.param(
            {"state": "dontknow"},
            "answers.MKT1.state: There is no state 'dontknow'. Did you mean 'dont_know'?",
            id="unknown state",
        ),
        pytest.param(
            {"state": "dont_know", "level": 1},
            "answers.MKT1.level: 'How good is MKT1?' is answered both with a level and with don't know. "
            "Keep one of them.",
            id="a level and don't know",
        ),
        pytest.param(
            {"state": "not_applicable", "reason": " "},
            "answers.MKT1.reason: 'How good is MKT1?' is marked not applicable without a reason. "
            "Say why it does not apply.",
            id="no reason",
        ),
        pytest.param(
            {"level": 1, "note": None},
            "answers.MKT1.note: This takes a text, not nothing (null). Write it in quotation marks.",
            id="null as a note",
        ),
        pytest.param(
            {"level": 1, "links": "https://example.org"},
            'answers.MKT1.links: This takes a list of web addresses. Write it as ["https://..."].',
            id="a link without a list",
        ),
    ],
)
def test_a_problem_in_an_answer(parts: dict[str, object], problem: str) -> None:
    assert problems(answer_with(**parts)) == [problem]


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        pytest.param(
            {"answers": {"mkt1": {"level": 1}}}, "answers: There is no question 'mkt1'. Did you mean 'MKT1'?", id="id"
        ),
        pytest.param(
            {"answers": {"MKT1": 2}},
            "answers.MKT1: 'How good is MKT1?' is answered with 2. Write an answer as {\"level\": 2}.",
            id="bare level",
        ),
        pytest.param(
            {"answers": []},
            'answers: This is a list. Write it as "answers": { }, with its entries between.',
            id="a list",
        ),
        pytest.param(
            {"facts": {"turnovr": 1}}, "facts: There is no fact 'turnovr'. Did you mean 'turnover'?", id="fact id"
        ),
        pytest.param(
            {"facts": {"turnover": None}},
            "facts.turnover: 'What is turnover?' does not take nothing (null). "
            "Leave the fact out where it is not known.",
            id="fact null",
        ),
        pytest.param(
            {"facts": {"control": "staff"}},
            "facts.control: 'What is control?' does not take 'staff'. Use one of: staff_majority, community, council.",
            id="choice with no near word",
        ),
        pytest.param(
            {"facts": {"finance": ["loan"]}},
            "facts.finance: 'What is finance?' does not take 'loan'. Did you mean 'loans'?",
            id="choice with a near word",
        ),
        pytest.param(
            {"weights": {"MKT": 22}},
            "weights.MKT: The weight of 'Mkt' can be set from 7 to 21, not to 22. The bank's own weight is 14.",
            id="weight",
        ),
        pytest.param(
            {"weights": {"MKT": "14"}},
            "weights.MKT: The weight of 'Mkt' is a number, not '14'. Write a number, without quotation marks.",
            id="weight as text",
        ),
        pytest.param(
            {"service": {}}, 'service.name: The service has no name. Write "name": "..." there.', id="no name"
        ),
        pytest.param(
            {"service": None}, 'service: There is no \'service\'. Write "service": {"name": "..."}.', id="no service"
        ),
        pytest.param(
            {"answers": None},
            "answers: There is no 'answers'. Write \"answers\": {} where nothing is answered.",
            id="no answers",
        ),
        pytest.param(
            {"servise": {}}, "the file: There is no key 'servise'. Did you mean 'service'?", id="unknown key"
        ),
        pytest.param(
            {"format": "other"},
            f'format: It says \'other\'. An assessment file holds "format": "{FORMAT}".',
            id="another format",
        ),
        pytest.param(
            {"format_version": 2},
            "format_version: The file has format version 2, and this program reads version 1. "
            "Open it with a newer version of this program.",
            id="newer format",
        ),
        pytest.param(
            {"format_version": 0}, "format_version: There is no format version 0. Write 1.", id="no such format"
        ),
        pytest.param(
            {"format_version": "1"},
            "format_version: It says '1'. Write 1, without quotation marks.",
            id="format version as text",
        ),
        pytest.param(
            {"bank_version": 2026.1},
            'bank_version: It says 2026.1. A bank version looks like "2026.1", in quotation marks.',
            id="bank version as a number",
        ),
    ],
)
def test_a_problem_in_a_file(members: dict[str, object], problem: str) -> None:
    assert problems(file_with(**members)) == [problem]

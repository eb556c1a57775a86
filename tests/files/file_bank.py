"""A small bank with every kind of fact, and assessment files for it that are sound but for what a test names."""

import json

import pytest
from builders import make_bank, make_dimension, make_fact, make_gate

from detector.core.bank import FactKind
from detector.core.errors import FileError
from detector.files.assessment import FORMAT, FORMAT_VERSION, read_assessment

BANK = make_bank(
    [make_dimension("MKT", ["MKT1", "MKT2"], weight=14), make_dimension("STF", ["STF1"], weight=10)],
    gates=[make_gate("STF1")],
    facts=[
        make_fact("turnover", FactKind.MONEY),
        make_fact("staff_headcount", FactKind.COUNT),
        make_fact("staff_fte", FactKind.DECIMAL),
        make_fact("core_share", FactKind.PERCENT),
        make_fact("control", FactKind.CHOICE, ["staff_majority", "community", "council"]),
        make_fact("finance", FactKind.CHOICES, ["contracts", "loans", "equity"]),
        make_fact("partner_equity", FactKind.YES_NO),
        make_fact("cpv_code", FactKind.TEXT),
        make_fact("service_code", FactKind.CODE),
        make_fact("starts_on", FactKind.DATE),
    ],
)


def file_with(**members: object) -> bytes:
    """A sound file with nothing answered, apart from these members; a member of None is left out."""
    whole: dict[str, object] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "bank_version": BANK.version,
        "service": {"name": "Library service"},
        "answers": {},
    }
    kept = {key: value for key, value in {**whole, **members}.items() if value is not None}
    return json.dumps(kept).encode()


def answer_with(**parts: object) -> bytes:
    """A sound file in which MKT1 is answered with these parts."""
    return file_with(answers={"MKT1": parts})


def problems(data: bytes) -> list[str]:
    """The problems in a file, a line each."""
    with pytest.raises(FileError) as caught:
        read_assessment(data, BANK)
    return [str(problem) for problem in caught.value.problems]

"""The PDFs as a checker of accessibility sees them: all of them in one run, because loading it takes longest."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from exports.hostile import everything_hostile
from report.report_parts import EXAMPLES, example, report_on

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, empty_sheet
from detector.exports.pdf import make_pdf
from detector.report.blocks import Length

MISSING = "PDF NOT CHECKED FOR ACCESSIBILITY: outloud is not installed. Install tests/requirements.txt to run this."

# The name of a mutual, which the checker takes for a number because a digit stands in it.
NAMES = ("People2People",)


def without_addresses(sheet: AnswerSheet) -> AnswerSheet:
    """A sheet without typed web addresses: printed and not linked, on purpose, the checker warns of each."""
    answers = {
        key: replace(answer, note=" ".join(word for word in answer.note.split() if "://" not in word), links=())
        for key, answer in sheet.answers.items()
    }
    return replace(sheet, answers=answers)


@dataclass(frozen=True)
class Finding:
    """What the checker says of a document."""

    document: str
    rule: str
    severity: str
    evidence: str


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    program = Path(sys.executable).with_name("outloud")
    if not program.is_file():
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("pdf")
    files = [str(path) for path in documents(folder)]
    subprocess.run([program, "--json", folder / "found.json", "--quiet", *files], check=False, timeout=300)
    results = json.loads((folder / "found.json").read_text("utf-8"))["results"]
    assert [result["path"] for result in results] == files
    assert all(result["error"] is None for result in results)
    return [
        Finding(Path(result["path"]).stem, finding["rule"], finding["severity"], str(finding.get("evidence")))
        for result in results
        for finding in result["findings"]
    ]


def documents(folder: Path) -> list[Path]:
    """Both lengths of every kind of assessment, as files."""
    bank = load_bank()
    sheets = {f"ordinary-{path.stem}": without_addresses(example(path)) for path in EXAMPLES}
    sheets |= {"ordinary-empty": empty_sheet(bank), "hostile": everything_hostile(bank)}
    made: list[Path] = []
    for name, sheet in sheets.items():
        for length in Length:
            made.append(folder / f"{name}-{length}.pdf")
            made[-1].write_bytes(make_pdf(report_on(bank, sheet, length), b"{}"))
    return made


def test_no_document_has_an_error(found: list[Finding]) -> None:
    assert [finding for finding in found if finding.severity == "error"] == []


def test_an_ordinary_document_has_no_warning(found: list[Finding]) -> None:
    ordinary = [finding for finding in found if finding.document.startswith("ordinary")]

    assert [finding for finding in ordinary if finding.evidence not in NAMES] == []

"""A PDF that was exported is an assessment file too."""

from pathlib import Path

import pytest
from cli.command_line import EXAMPLE

from detector.bank_files import load_bank
from detector.cli import main
from detector.core.assessment import assess
from detector.exports.pdf import make_pdf
from detector.files.assessment import read_assessment
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext


def test_a_pdf_scores_as_the_file_it_was_made_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = load_bank()
    sheet = read_assessment(EXAMPLE.read_bytes(), bank).sheet
    found = assess(bank, sheet)
    report = build_report(ReportContext(bank, sheet, found, bank.published_on), Length.SUMMARY)
    (tmp_path / "summary.pdf").write_bytes(make_pdf(report, EXAMPLE.read_bytes()))

    main(["score", str(EXAMPLE)])
    from_file = capsys.readouterr().out
    main(["score", str(tmp_path / "summary.pdf")])

    assert capsys.readouterr().out == from_file


def test_a_pdf_without_an_assessment_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")

    code = main(["score", str(tmp_path / "other.pdf")])

    assert code != 0
    assert "This is a PDF document that is damaged" in capsys.readouterr().err

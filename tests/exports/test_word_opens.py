"""A word processor opens every document and sets it on pages."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from exports.hostile import everything_hostile
from exports.word_templates import council_template
from pypdf import PdfReader
from report.report_parts import EXAMPLES, example, report_on

from detector.bank_files import load_bank
from detector.core.answers import empty_sheet
from detector.exports.word import make_word
from detector.report.blocks import Length

MISSING = "NOT OPENED BY A WORD PROCESSOR: LibreOffice (soffice) is not on the path. Install it to run this test."
_PATIENCE_SECONDS = 180
BANK = load_bank()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What stands on each page of each document."""
    made = {f"short-{path.stem}": make_word(report_on(BANK, example(path), Length.SUMMARY)) for path in EXAMPLES}
    made["full"] = make_word(report_on(BANK, example(EXAMPLES[0])))
    made["council"] = make_word(report_on(BANK, example(EXAMPLES[0]), Length.SUMMARY), council_template())
    made["empty"] = make_word(report_on(BANK, empty_sheet(BANK), Length.SUMMARY))
    made["hostile"] = make_word(report_on(BANK, everything_hostile(BANK)))
    return _set(made, tmp_path_factory.mktemp("word"))


def test_every_document_is_set_on_pages_with_words_and_a_number(pages: Mapping[str, list[str]]) -> None:
    for label, said in pages.items():
        assert said, label
        assert [number for number, text in enumerate(said, 1) if f"Page {number} of {len(said)}" not in text] == []


def test_a_summary_of_two_pages_has_two_pages(pages: Mapping[str, list[str]]) -> None:
    assert {label: len(said) for label, said in pages.items() if label.startswith("short-") and len(said) > 2} == {}


def test_the_header_of_the_council_stands_on_every_page(pages: Mapping[str, list[str]]) -> None:
    assert all("Anyshire: working together" in text for text in pages["council"])
    assert not any("of the template" in text for text in pages["council"])


def test_what_is_typed_to_break_the_document_is_only_shown(pages: Mapping[str, list[str]]) -> None:
    said = "".join(pages["hostile"])

    assert '#read("/etc/passwd")' in said
    assert "root:" not in said
    assert "<script>alert(1)</script>" in said


def _set(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    files = [folder / f"{label}.docx" for label in documents]
    for file, content in zip(files, documents.values(), strict=True):
        file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE_SECONDS)
    return {file.stem: [page.extract_text() for page in PdfReader(file.with_suffix(".pdf")).pages] for file in files}

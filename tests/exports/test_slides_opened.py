"""LibreOffice opens the slides of every example, of nothing answered and of hostile texts, a page for each slide."""

import io
import subprocess
from pathlib import Path

from exports.hostile import everything_hostile
from exports.slides_reading import deck_on
from exports.spreadsheet_program import find_soffice
from pypdf import PdfReader
from report.report_parts import EXAMPLES, example

from detector.bank_files import load_bank
from detector.core.answers import empty_sheet
from detector.exports.slides import make_slides


def test_an_office_program_opens_every_deck_with_all_its_slides_and_titles(tmp_path: Path) -> None:
    soffice = find_soffice()
    bank = load_bank()
    sheets = {path.stem: example(path) for path in EXAMPLES}
    sheets |= {"nothing": empty_sheet(bank), "hostile": everything_hostile(bank)}
    decks = {name: deck_on(bank, sheet) for name, sheet in sheets.items()}
    for name, deck in decks.items():
        (tmp_path / f"{name}.pptx").write_bytes(make_slides(deck))

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    paths = [str(tmp_path / f"{name}.pptx") for name in decks]
    command = [soffice, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(tmp_path), *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    for name, deck in decks.items():
        pages = PdfReader(io.BytesIO((tmp_path / f"{name}.pdf").read_bytes())).pages
        said = ["".join(page.extract_text().split()) for page in pages]
        assert len(said) == len(deck.slides)
        # The first title is typed text, which may be cut or hold letters that the program's fonts do not have.
        for slide, words in zip(deck.slides[1:], said[1:], strict=True):
            assert "".join(slide.title.split()) in words

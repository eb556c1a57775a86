import sys
from pathlib import Path

import pytest
from exports.word_reading import report_of

from detector.core.errors import ExportError
from detector.exports.pdf import make_pdf, render

RAW = b"{}"


@pytest.mark.parametrize("template", [pytest.param("#panic()", id="fault in it"), pytest.param(None, id="missing")])
def test_what_cannot_be_set_is_told_in_words(
    template: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_TEMPLATE", tmp_path)
    if template is not None:
        (tmp_path / "report.typ").write_text(template)

    with pytest.raises(ExportError) as raised:
        make_pdf(report_of(), RAW)

    assert "the PDF: It could not be set" in str(raised.value)
    assert "Word document" in str(raised.value)


def test_a_machine_without_the_typesetter_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(ExportError) as raised:
        make_pdf(report_of(), RAW)

    assert "no typst" in str(raised.value)

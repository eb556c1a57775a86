import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import pytest
from exports.hostile import LINE_ENDS, NEVER_KEPT, SCRIPTS, TEXTS, WELSH
from exports.pdf_reading_back import said, text_of
from exports.word_reading import report_of
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from detector.exports.pdf import make_pdf
from detector.exports.pdf.letters import printed, with_breaks
from detector.exports.shared.printable import COVERAGE, MARKER
from detector.report.blocks import Column, Length, Paragraph, Section, Table

FONTS = COVERAGE.parent
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)

# Marks stacked on one letter are printed once, but the program that reads the text back says them twice.
TYPED = {**TEXTS, **NEVER_KEPT, "scripts": SCRIPTS.partition(" Z")[0]}


def shared_letters() -> set[int]:
    upright = [path for path in FONTS.glob("*.ttf") if "-It" not in path.name]
    held: list[set[int]] = [set(TTFont(path).getBestCmap() or {}) for path in upright]
    return held[0].intersection(*held[1:])


def as_ranges(codes: Iterable[int]) -> str:
    """The codes as the coverage file keeps them: first and last of each run, a run a line."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{first:04x}-{last:04x}\n" for first, last in runs)


def test_the_coverage_file_is_what_every_upright_font_has() -> None:
    assert COVERAGE.read_text("ascii") == as_ranges(shared_letters())


def test_the_marker_can_be_printed() -> None:
    assert ord(MARKER) in shared_letters()


@given(text=ANY_TEXT)
def test_nothing_is_printed_that_the_fonts_do_not_have(text: str) -> None:
    shown = printed(text)

    assert {ord(character) for character in shown} - {ord("\n")} <= shared_letters()
    assert not any(unicodedata.category(character) == "Cf" for character in shown)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param(WELSH, WELSH, id="Welsh"),
        pytest.param("中文 and English", f"{MARKER}{MARKER} and English", id="Chinese"),
        pytest.param("a\u202egnp.exe\u202c \u2066b\u2069", "agnp.exe b", id="bidirectional controls"),
        pytest.param("a\x00\x0e\x7f\x9fb", "ab", id="control characters"),
        pytest.param("❤\ufe0f", MARKER, id="variation selector"),
        pytest.param("half \ud83d", f"half {MARKER}", id="half a character"),
        pytest.param(LINE_ENDS, "one\ntwo\nthree\nfour\nfive\nsix tab", id="every end of a line"),
        pytest.param("a\u3000b\u2003c", "a b c", id="blanks of other widths"),
    ],
)
def test_what_is_printed_for_what_was_typed(typed: str, shown: str) -> None:
    assert printed(typed) == shown


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        pytest.param("a" * 24, ["a" * 24], id="short enough"),
        pytest.param("a" * 30, ["a" * 12, "a" * 12, "a" * 6], id="long word"),
        pytest.param("https://example.org/" + "a" * 30, ["https://example.org/" + "a" * 30], id="web address"),
        pytest.param("-" * 40, ["-" * 40], id="breaks by itself"),
    ],
)
def test_where_a_long_word_may_break(typed: str, pieces: list[str]) -> None:
    assert with_breaks(typed).split("\u200b") == pieces


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_whatever_is_typed_is_printed_as_typed(text: str) -> None:
    shown = said(printed(text))

    made = text_of(make_pdf(report_of(text[:1_500], Length.FULL), text.encode(errors="replace")))

    assert shown[:1_000] in said(made)
    assert "root:x:" not in made


def test_a_note_of_40_kilobytes_and_one_of_1500_lines_are_set_whole() -> None:
    notes = [TEXTS["a note of 40 KB"], TEXTS["a note of many lines"]]
    table = Table("notes", "Notes", (Column("Question"), Column("Note")), (("MKT1", notes[0]), ("MKT2", notes[1])))
    report = replace(report_of(), sections=(Section("one", "One", (*map(Paragraph, notes), table)),))

    printed = said(text_of(make_pdf(report, b"{}")))

    assert printed.count("12.5%") == 2 * notes[0].count("12.5 %")
    assert printed.count("alineofitsown") == 2 * notes[1].count("a line of its own")

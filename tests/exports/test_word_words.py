from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from exports.hostile import NEVER_KEPT, TEXTS
from exports.word_reading import opened, parts_of, report_of, texts_of, tree_of
from report.report_parts import EXAMPLES, example, report_on

from detector.bank_files import load_bank
from detector.core.text import clean
from detector.exports.word import make_word
from detector.exports.word.elements import R, name
from detector.report.blocks import Block, Column, Length, Paragraph, Report, Section, SourceLine, SourceList, Table
from detector.report.sources import texts

TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ADDRESSES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "\\\\evil.example\\share",
    "https://exa mple.org",
    'https://example.org/"><script>',
    "https://\u202eexample.org",
    "https://[broken",
    "https://",
)


@pytest.mark.parametrize("length", Length)
def test_everything_that_the_report_says_stands_in_the_document(length: Length) -> None:
    report = report_on(load_bank(), example(EXAMPLES[0]), length)

    document = tree_of(make_word(report))

    said = "\n".join(texts_of(document)) + "\n".join(each.get("descr", "") for each in document.iter(qn("wp:docPr")))
    wanted = [report.title, report.description, report.provisional, *texts(report.sections)]
    assert [text for text in wanted if clean(text).strip() not in said] == []


@pytest.mark.parametrize("text", [pytest.param(text, id=label) for label, text in {**TEXTS, **NEVER_KEPT}.items()])
def test_whatever_is_typed_stands_there_as_text_and_nothing_else(text: str) -> None:
    made = make_word(_typed(text))

    document = tree_of(made)
    assert clean(f"Typed: {text}") in texts_of(document)
    assert [cell.text for cell in opened(made).tables[0].columns[0].cells] == ["Question", clean(text)]
    assert not [link for link in document.iter(name("hyperlink")) if link.get(f"{{{R}}}id")]
    assert {field.get(name("instr")) for field in document.iter(name("fldSimple"))} == {" SEQ Table \\* ARABIC "}
    assert not any(
        "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069" for sign in "".join(texts_of(document))
    )


def test_only_the_list_of_sources_holds_links() -> None:
    made = make_word(report_of("https://evil.example"))

    relations = parts_of(made)["word/_rels/document.xml.rels"].decode()
    assert relations.count('TargetMode="External"') == 1
    assert "evil.example" not in relations
    assert "https://example.org/a?b=c&amp;d=e" in relations


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_of_the_web_is_text(address: str) -> None:
    source = SourceLine(1, "Title", "", address, "", "")

    made = make_word(_with(SourceList((source,))))

    assert any(clean(address) in text for text in texts_of(tree_of(made)))
    assert b"External" not in parts_of(made)["word/_rels/document.xml.rels"]


def test_the_same_report_of_the_same_day_is_the_same_file() -> None:
    assert make_word(report_of()) == make_word(report_of())


def test_provisional_stands_on_the_first_page_and_below_every_page() -> None:
    made = make_word(report_of(provisional="Not ready for a decision. Too little is answered."))

    footers = [texts_of(tree_of(made, part)) for part in parts_of(made) if "footer" in part and part.endswith(".xml")]
    assert "Not ready for a decision. Too little is answered." in texts_of(tree_of(made))[:4]
    assert [footer[0] for footer in footers] == ["Not ready for a decision."]
    assert footers[0][1] == "Library of the answers\tPage 1 of 1"


def test_a_result_for_decision_is_nowhere_called_provisional() -> None:
    made = make_word(report_of())

    assert not any(b"rovisional" in content for part, content in parts_of(made).items() if part.endswith(".xml"))


def _typed(text: str) -> Report:
    table = Table("typed", f"Typed {text[:50]}", (Column("Question"),), ((text,),))
    return _with(Paragraph(f"Typed: {text}"), table)


def _with(*blocks: Block) -> Report:
    plain = report_of(length=Length.SUMMARY)
    return replace(plain, sections=(Section("only", "Only", blocks),))

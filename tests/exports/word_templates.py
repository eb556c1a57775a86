"""A council's Word templates, sound and hostile, made for one test."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.shared import Cm, Pt, RGBColor
from exports.word_reading import style_of

Change = Callable[[bytes], bytes]
PLUM = RGBColor(0x6A, 0x1B, 0x4D)
# One dot: what a logo is to a program.
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63c8920e0300015d00a6"
    "6b0bd4e60000000049454e44ae426082"
)
W_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def council_template() -> bytes:
    """Plum headings, Georgia, narrow margins, a logo above and an address below every page, and words in the body."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.5)
    normal = style_of(document, "Normal").font
    normal.name, normal.size = "Georgia", Pt(11)
    for level in (1, 2, 3):
        style_of(document, f"Heading {level}").font.color.rgb = PLUM
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), width=Cm(4))
    section.header.paragraphs[0].add_run("Anyshire: working together")
    section.footer.paragraphs[0].text = "County Hall, Anytown"
    document.add_heading("A heading of the template", 1)
    document.add_paragraph("Words of the template")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "A table of the template"
    return saved(document.save)


def with_part(part: str, content: str) -> bytes:
    """The council's template with another part in the place of this one."""
    return changed(council_template(), {part: lambda _: content.encode()})


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    """What a document saves."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def changed(
    data: bytes, changes: Mapping[str, Callable[[bytes], bytes]], added: Mapping[str, bytes] | None = None
) -> bytes:
    """The file with some of its members changed, and others added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, changes.get(member, bytes)(old.read(member)))
        for member, content in (added or {}).items():
            new.writestr(member, content)
    return stream.getvalue()


def swapped(old: str, new: str) -> Change:
    """Puts one text in the place of another that must be there."""

    def swap(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return swap


def with_header(content: str, relations: str = "") -> bytes:
    """The council's template with this inside its header's paragraph, and these relations of it besides."""
    return changed(
        council_template(),
        {
            "word/header1.xml": swapped("</w:p></w:hdr>", f"{content}</w:p></w:hdr>"),
            "word/_rels/header1.xml.rels": swapped("</Relationships>", f"{relations}</Relationships>"),
        },
    )

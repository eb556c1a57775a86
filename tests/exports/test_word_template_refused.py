import io
import zipfile

import pytest
from exports.word_reading import short_report
from exports.word_templates import changed, council_template, swapped

from detector.core.errors import FileError
from detector.exports.word import make_word
from detector.exports.word.template.opening import LARGEST, PLACE

SOUND = council_template()
DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIN = "wordprocessingml.document.main+xml"
OFFICE_MAIN = f"application/vnd.openxmlformats-officedocument.{MAIN}"
MACROS_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
READS = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>'


def _zip(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for member, content in members.items():
            file.writestr(member, content)
    return stream.getvalue()


def _instead(member: str, content: bytes) -> bytes:
    return changed(SOUND, {member: lambda _: content})


def _locked(data: bytes) -> bytes:
    """The file with the mark of a password on its first member, in both places where it stands."""
    marked = bytearray(data)
    marked[6] |= 1
    marked[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


def _kind(word: str) -> bytes:
    return changed(SOUND, {TYPES: swapped(MAIN, word)})


REFUSED = {
    "nothing": (b"", "empty"),
    "plain text": (b"Dear Sir", "not a Word document"),
    "a PDF": (b"%PDF-1.7", "not a Word document"),
    "a document of old Word": (OLE, "before 2007"),
    "a locked document": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a locked archive": (_locked(SOUND), "password"),
    "half a file": (SOUND[: len(SOUND) // 2], "damaged"),
    "only the beginning of an archive": (b"PK\x03\x04", "damaged"),
    "any archive": (_zip(a=b"b"), "not a Word document"),
    "an OpenDocument": (_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "a workbook": (_kind("spreadsheetml.sheet.main+xml"), "Excel"),
    "a presentation": (_kind("presentationml.presentation.main+xml"), "PowerPoint"),
    "a document with macros": (changed(SOUND, {TYPES: swapped(OFFICE_MAIN, MACROS_MAIN)}), "macros"),
    "macros under a document's name": (changed(SOUND, {}, {"word/vbaProject.bin": b"x"}), "macros"),
    "a strict document": (changed(SOUND, {"_rels/.rels": swapped(OPEN, STRICT)}), "Strict"),
    "a file without a main part": (changed(SOUND, {"_rels/.rels": swapped("/document.xml", "/no.xml")}), "not a Word"),
    "entities that multiply": (_instead(STYLES, LAUGHS.encode()), "declarations"),
    "entities that read files": (_instead(DOCUMENT, READS.encode()), "declarations"),
    "declarations in another encoding": (_instead(STYLES, LAUGHS.encode("utf-16")), "declarations"),
    "broken XML": (_instead(STYLES, b"<w:styles"), "damaged"),
    "no XML": (_instead(DOCUMENT, b"\x00\x01"), "damaged"),
    "too much": (b"PK" + bytes(LARGEST), "10 MB"),
    "a bomb": (changed(SOUND, {}, {"word/bomb.xml": bytes(100_000_000)}), "too large"),
    "too many parts": (changed(SOUND, {}, {f"x/{number}": b"" for number in range(1_001)}), "too large"),
}


@pytest.mark.parametrize(("data", "fault"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_a_template_is_refused_with_what_to_do(data: bytes, fault: str) -> None:
    with pytest.raises(FileError) as refused:
        make_word(short_report(), data)

    problem = refused.value.problems[0]
    assert problem.place == PLACE
    assert fault in problem.fault
    assert problem.remedy


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_damaged_file_is_refused_or_used_and_never_breaks_the_program(cut: int) -> None:
    place = len(SOUND) * cut // 12
    damaged = SOUND[:place] + bytes(byte ^ 0xFF for byte in SOUND[place : place + 40]) + SOUND[place + 40 :]

    try:
        made = make_word(short_report(), damaged)
    except FileError as refused:
        made = str(refused).encode()

    assert made

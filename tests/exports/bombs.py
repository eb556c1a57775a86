"""Small files that would take a great deal of memory if they were read to their end, each made for one test."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from exports.word_templates import changed, council_template

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
MEGABYTE = 1_000_000


def understated(megabytes: int) -> bytes:
    """A Word file whose document says that it is small, and unpacks to so much."""
    data = bytearray(changed(council_template(), {DOCUMENT: lambda _: W + b" " * megabytes * MEGABYTE}))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        member = file.getinfo(DOCUMENT)
        truly = struct.pack("<L", member.file_size)
    said = struct.pack("<L", 1_000)
    at = member.header_offset + 22
    assert data[at : at + 4] == truly
    data[at : at + 4] = said
    listed = data.index(b"PK\x01\x02", data.rindex(DOCUMENT.encode()) - 46)
    assert data[listed + 24 : listed + 28] == truly
    data[listed + 24 : listed + 28] = said
    return bytes(data)


def entries() -> bytes:
    """An archive that lists a hundred thousand members, and holds none."""
    entry = b"PK\x01\x02" + bytes(42)
    listed = entry * 100_000
    return b"PK\x03\x04" + listed + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 65535, 65535, len(listed), 4, 0)


def elements(part: str = STYLES) -> bytes:
    """A Word file of which one part has millions of empty elements."""
    return changed(council_template(), {part: lambda _: W + b"<w:a/>" * 3_000_000 + b"</w:document>"})


def attributes() -> bytes:
    """A Word file of which one part has millions of attributes."""
    one = b"<w:a " + b" ".join(b'a%d=""' % number for number in range(2_000)) + b"/>"
    return changed(council_template(), {STYLES: lambda _: W + one * 900 + b"</w:document>"})


def laughs(encoding: str) -> bytes:
    """A Word file with entities that multiply a billion times."""
    names = "abcdefghij"
    told = "".join(
        f'<!ENTITY {name} "{(f"&{names[at - 1]};" * 10) if at else "ha"}">' for at, name in enumerate(names)
    )
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{told}]><w>&j;</w>'
    return changed(council_template(), {STYLES: lambda _: text.encode(encoding)})


def object_streams(streams: int = 60, lists: int = 9, of: int = 60_000) -> bytes:
    """A PDF whose attachments are sought in one packed list of objects after the other, each of so many lists."""
    inside = b"[" + (b"[" + b"[]" * of + b"]") * lists + b"]"
    body = bytearray(b"%PDF-1.7\n")
    places: list[tuple[int, int, int]] = [(0, 0, 0)]
    first = 3
    kids = " ".join(f"{first + streams + number} 0 R" for number in range(streams))
    for text in ("<</Type/Catalog/Names 2 0 R>>", f"<</EmbeddedFiles<</Kids[{kids}]>>>>"):
        places.append((1, len(body), 0))
        body += f"{len(places) - 1} 0 obj\n{text}\nendobj\n".encode()
    for number in range(streams):
        places.append((1, len(body), 0))
        header = f"{first + streams + number} 0 ".encode()
        packed = zlib.compress(header + inside)
        says = f"/N 1/First {len(header)}/Filter/FlateDecode/Length {len(packed)}"
        body += f"{first + number} 0 obj\n<</Type/ObjStm{says}>>\nstream\n".encode() + packed
        body += b"\nendstream\nendobj\n"
    places += [(2, first + number, 0) for number in range(streams)]
    return _with_list(body, places)


def words() -> bytes:
    """A PDF of which one object lists millions of numbers."""
    listed = b"[" + b"0 " * 99_000 + b"]"
    catalog = b"<</Type/Catalog/Names<</EmbeddedFiles<</Kids[" + listed * 100 + b"]>>>>>>"
    body = bytearray(b"%PDF-1.7\n1 0 obj\n" + catalog + b"\nendobj\n")
    return _with_list(body, [(0, 0, 0), (1, 9, 0)])


def _with_list(body: bytearray, places: list[tuple[int, int, int]]) -> bytes:
    start = len(body)
    listed = zlib.compress(b"".join(struct.pack(">BLH", *place) for place in [*places, (1, start, 0)]))
    head = f"<</Type/XRef/Size {len(places) + 1}/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length {len(listed)}>>"
    return (
        bytes(body)
        + f"{len(places)} 0 obj\n{head}\nstream\n".encode()
        + listed
        + f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    )


def lists() -> bytes:
    """An assessment file of millions of empty lists."""
    return b'{"answers":[' + b"[]," * 7 * MEGABYTE + b"[]]}"


def texts() -> bytes:
    """An assessment file of millions of short texts."""
    return b'{"answers":[' + b'"ab",' * 4_500_000 + b'""]}'


BOMBS: dict[str, Callable[[], bytes]] = {
    "a template that says it is small": lambda: understated(400),
    "a template with a hundred thousand members": entries,
    "a template of millions of elements": elements,
    "a template of millions of attributes": attributes,
    "a template of entities that multiply": lambda: laughs("utf-8"),
    "a template of such entities in another encoding": lambda: laughs("utf-16"),
    "a PDF of packed lists of objects": object_streams,
    "a PDF of lists that are small one by one": lambda: object_streams(lists=1, of=31_000),
    "a PDF of millions of numbers": words,
    "an assessment of millions of lists": lists,
    "an assessment of millions of texts": texts,
}
"""By what an officer would call each; a template is brought for Word, the others to the Start page."""

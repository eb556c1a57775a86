"""The parts of a Word file, and how they are put together: the same bytes for the same content and day."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = f"{_WORD}.document.main+xml"
CONTENT_TYPES = {
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_CORE = (
    f'{_START}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_APP = (
    f'{_START}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Mutual Business Detector</Application></Properties>"
)


@dataclass(frozen=True)
class Relation:
    """What one part needs of another, by the last word of the relation's name and the part's name in full."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class Part:
    """A file inside the Word file."""

    name: str
    content_type: str
    content: bytes
    relations: tuple[Relation, ...] = ()


def packed(parts: Iterable[Part]) -> bytes:
    """A Word file of these parts; `word/document.xml` has to be one of them."""
    everything = [
        *parts,
        Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", _CORE.encode()),
        Part(
            "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", _APP.encode()
        ),
    ]
    root = (
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("[Content_Types].xml", _content_types(everything))
        file.writestr("_rels/.rels", _relationships(root))
        for part in everything:
            file.writestr(part.name, part.content)
            if part.relations:
                file.writestr(relations_of(part.name), _relationships(_typed(part.relations)))
    return stream.getvalue()


def relations_of(part_name: str) -> str:
    """The name of the file that holds a part's relations."""
    folder, _, file = part_name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _typed(relations: Iterable[Relation]) -> tuple[tuple[str, str, str], ...]:
    return tuple((relation.id, f"{_OFFICE}/{relation.kind}", f"/{relation.target}") for relation in relations)


def _relationships(relations: Iterable[tuple[str, str, str]]) -> str:
    lines = (
        f"<Relationship Id={quoteattr(id_)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for id_, kind, target in relations
    )
    return f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _content_types(parts: Iterable[Part]) -> str:
    lines = (f'<Override PartName="/{part.name}" ContentType={quoteattr(part.content_type)}/>' for part in parts)
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_START}<Types xmlns="{_PACKAGE}/content-types">{default}{"".join(lines)}</Types>'

"""The numbered sources, each address a link that can be followed."""

from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from detector.exports.shared.web_address import is_web_address
from detector.exports.word.elements import Element, R, run, runs, w
from detector.exports.word.manuscript import Manuscript
from detector.report.blocks import SourceLine, SourceList

_AS_THEY_ARE = "!#$%&'()*+,-./:;=?@_~"


def set_sources(block: SourceList, manuscript: Manuscript) -> list[Element]:
    """A paragraph for each source."""
    return [_source(source, manuscript) for source in block.sources]


def _source(source: SourceLine, manuscript: Manuscript) -> Element:
    content = [
        runs(str(source.number), bold=True),
        w("r", w("tab")),
        runs(f"{source.title}. {source.publisher}." if source.publisher else f"{source.title}."),
    ]
    content += [runs(f" {said.rstrip('.')}.") for said in (source.kind, source.read) if said]
    if source.address:
        content += [w("r", w("br")), _address(source.address, manuscript)]
    return manuscript.set("Report Source", *content)


def _address(address: str, manuscript: Manuscript) -> Element:
    if not is_web_address(address):
        return runs(address)
    part: Part = manuscript.part
    target = quote(address, safe=_AS_THEY_ARE)
    relation = part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    style = w("rPr", w("rStyle", val=manuscript.styles.id("Hyperlink", "character")))
    link = w("hyperlink", run(address, style), history="1")
    link.set(f"{{{R}}}id", relation)
    return link

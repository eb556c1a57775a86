"""Taking a part over from a template: its pictures come along, and nothing that reaches outside the document."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from detector.exports.word.elements import Element, R, name, paragraph
from detector.exports.word.look import xml
from detector.exports.word.package import CONTENT_TYPES, Part, Relation
from detector.exports.word.template.fields import plain_fields, remove, unwrap
from detector.exports.word.template.opening import Related, TemplateFile

_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_UNWANTED = ("object", "control", "altChunk", "subDoc", "dataBinding", "bookmarkStart", "bookmarkEnd")
_NOTES = ("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference")
_ADDRESSES = frozenset(("href", "src", "althref"))
_CLICKS = frozenset(("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_DRAWN = frozenset(("drawing", "pict", "object"))


@dataclass
class CarriedParts:
    """The pictures that parts taken over bring along, each once."""

    file: TemplateFile
    pictures: dict[str, Part] = field(default_factory=dict[str, Part])

    def bring(self, related: Related | None) -> Part | None:
        """The picture, or None where it is not one that lies in the file."""
        if related is None or related.external or not related.kind.endswith("/image"):
            return None
        ending = posixpath.splitext(related.target)[1].lstrip(".")
        if ending not in _PICTURES or related.target not in self.file.names():
            return None
        if related.target not in self.pictures:
            place = f"word/media/template{len(self.pictures) + 1}.{ending}"
            self.pictures[related.target] = Part(place, _PICTURES[ending], self.file.read(related.target))
        return self.pictures[related.target]


def take_over(source: str, kind: str, to: str, carried: CarriedParts) -> Part:
    """The part `source` of a template under the name `to`, of one of our kinds of part."""
    root = carried.file.tree(source)
    for tag in (*_UNWANTED, *_NOTES):
        for found in list(root.iter(name(tag))):
            remove(found)
    for link in list(root.iter(name("hyperlink"))):
        unwrap(link)
    plain_fields(root)
    relations = _pictures_alone(root, carried.file.relations(source), carried)
    if not len(root):
        root.append(paragraph(None))
    return Part(to, CONTENT_TYPES[kind], xml(root), relations)


def _pictures_alone(root: Element, needed: Mapping[str, Related], carried: CarriedParts) -> tuple[Relation, ...]:
    """Leave of everything that names another part only the pictures: the element is changed."""
    kept: dict[str, Relation] = {}
    for element in [found for found in root.iter() if isinstance(found.tag, str)]:
        for attribute in list(element.attrib):
            space, _, label = str(attribute).rpartition("}")
            if label.casefold() in _ADDRESSES:
                del element.attrib[attribute]
            elif space == f"{{{R}":
                part = None if label == "link" else carried.bring(needed.get(element.attrib[attribute]))
                if part is None:
                    del element.attrib[attribute]
                    _drop(element, label)
                else:
                    number = kept.setdefault(part.name, Relation(f"rId{len(kept) + 1}", "image", part.name)).id
                    element.attrib[attribute] = number
    return tuple(kept.values())


def _drop(element: Element, label: str) -> None:
    """Take out what cannot be shown any more: a click, the sharper copy of a picture, or the whole drawing."""
    tag = str(element.tag).rpartition("}")[2]
    outer = element.getparent()
    if tag in _CLICKS:
        remove(element)
    elif tag == "svgBlip" and outer is not None:
        remove(outer)
    elif not (label == "link" and element.get(f"{{{R}}}embed")):
        drawn = next((each for each in element.iterancestors() if str(each.tag).rpartition("}")[2] in _DRAWN), element)
        remove(drawn)

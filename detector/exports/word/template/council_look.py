"""The look of a council's own Word template: its styles, page, lists, headers and footers, and none of its words."""

from collections.abc import Iterator, Mapping

from detector.exports.word.elements import Element, R, name, w
from detector.exports.word.look import Look, a4, own_margins, own_styles, room, settings_with, xml
from detector.exports.word.package import CONTENT_TYPES, Part
from detector.exports.word.template.fields import remove
from detector.exports.word.template.kind import open_word
from detector.exports.word.template.opening import Related, TemplateFile
from detector.exports.word.template.parts import CarriedParts, take_over

_LEAST_ROOM = 4500
"""The narrowest text that can be read: 8 cm."""
_LARGEST_PAGE = 31680
_KINDS = ("default", "first", "even")


def council_look(data: bytes) -> Look:
    """The look of this template.

    Raises:
        FileError: if the file cannot be used, in words for the officer who brought it.
    """
    file, main = open_word(data)
    needed = file.relations(main)
    carried = CarriedParts(file)
    section, running = _section(file, main, carried)
    styles, settings = _part(needed, "styles", file), _part(needed, "settings", file)
    theme = _part(needed, "theme", file)
    return Look(
        styles=own_styles() if styles is None else file.tree(styles),
        numbering=_numbering(file, _part(needed, "numbering", file)),
        section=section,
        settings=settings_with(None if settings is None else _bare(file.tree(settings))),
        theme=None if theme is None else take_over(theme, "theme", "word/theme/theme1.xml", carried),
        running=tuple(running),
        others=tuple(carried.pictures.values()),
    )


def _part(needed: Mapping[str, Related], kind: str, file: TemplateFile) -> str | None:
    """The name of the part of this kind, or None where the template has none."""
    for related in needed.values():
        if related.kind.endswith(f"/{kind}") and not related.external and related.target in file.names():
            return related.target
    return None


def _numbering(file: TemplateFile, source: str | None) -> Part:
    """The template's lists, without pictures for bullets."""
    root = w("numbering") if source is None else _bare(file.tree(source))
    for tag in ("numPicBullet", "lvlPicBulletId"):
        for found in list(root.iter(name(tag))):
            remove(found)
    return Part("word/numbering.xml", CONTENT_TYPES["numbering"], xml(root))


def _section(file: TemplateFile, main: str, carried: CarriedParts) -> tuple[Element, list[tuple[str, Part]]]:
    """The page as the template's last section sets it, with what runs above and below it."""
    sections = list(file.tree(main).iter(name("sectPr")))
    found = list(_running(sections, file.relations(main)))
    last = _bare(sections[-1]) if sections else w("sectPr")
    size, margins = last.find(name("pgSz")), last.find(name("pgMar"))
    if not _is_page(last):
        size, margins = a4(), own_margins()
    borders, first = last.find(name("pgBorders")), last.find(name("titlePg"))
    references: list[Element] = []
    running: list[tuple[str, Part]] = []
    for number, (tag, kind, source) in enumerate(found, start=1):
        label = tag.removesuffix("Reference")
        part = take_over(source, label, f"word/template-{label}{number}.xml", carried)
        running.append((f"rIdRunning{number}", part))
        reference = w(tag, type=kind)
        reference.set(f"{{{R}}}id", f"rIdRunning{number}")
        references.append(reference)
    return w("sectPr", *references, size, margins, borders, first), running


def _running(sections: list[Element], needed: Mapping[str, Related]) -> Iterator[tuple[str, str, str]]:
    """The tag, the kind of page and the part of each header and footer; a section takes over what it does not set."""
    for tag in ("headerReference", "footerReference"):
        for kind in _KINDS:
            for reference in (each for section in reversed(sections) for each in section.findall(name(tag))):
                related = needed.get(reference.get(f"{{{R}}}id", ""))
                if reference.get(name("type"), "default") == kind and related is not None and not related.external:
                    yield tag, kind, related.target
                    break


def _is_page(section: Element) -> bool:
    """Whether the page leaves room to read."""
    across, down = room(section)
    return min(across, down) >= _LEAST_ROOM and max(across, down) <= _LARGEST_PAGE


def _bare(root: Element) -> Element:
    """The same element without attributes that need another part or are not Word's own: the element is changed."""
    own = name("")
    for element in root.iter():
        for attribute in [each for each in element.attrib if not str(each).startswith(own)]:
            del element.attrib[attribute]
    return root

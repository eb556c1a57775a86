"""How a document looks: its styles, page, lists and what runs above and below every page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from detector.exports.word.elements import Element, name, w
from detector.exports.word.package import CONTENT_TYPES, MAIN, Part, Relation, packed
from detector.report.blocks import Length

_FAR, _NEAR = 1134, 907
"""Margins of 2 cm, and of 1.6 cm for a summary."""

_LARGE = 26
"""Letters of more half-points than this are headings."""

_KEPT_SETTINGS = (
    "mirrorMargins",
    "gutterAtTop",
    "defaultTabStop",
    "autoHyphenation",
    "consecutiveHyphenLimit",
    "hyphenationZone",
    "doNotHyphenateCaps",
    "evenAndOddHeaders",
    "characterSpacingControl",
    "compat",
    "clrSchemeMapping",
)
# Word refuses settings in any other order.
_ORDER = (
    "zoom",
    *_KEPT_SETTINGS[:-1],
    "themeFontLang",
    "clrSchemeMapping",
    "decimalSymbol",
    "listSeparator",
)


@dataclass(frozen=True)
class Look:
    """What a document takes from us or from a council's template; `running` are headers and footers.

    `others` are parts that only other parts name, such as a logo.
    """

    styles: Element
    numbering: Part
    section: Element
    settings: Element
    theme: Part | None = None
    running: tuple[tuple[str, Part], ...] = ()
    others: tuple[Part, ...] = ()

    def room(self) -> tuple[int, int]:
        """The width and the height of the text on a page, in twentieths of a point."""
        return room(self.section)


@cache
def _own_styles() -> bytes:
    return (Path(__file__).parent / "look" / "styles.xml").read_bytes()


def own_styles() -> Element:
    """Our own styles, to change at will."""
    return etree.fromstring(_own_styles(), etree.XMLParser(remove_blank_text=True))


def own_look(length: Length) -> Look:
    """Arial at 12 point on A4 with margins of 2 cm; a summary stands closer together."""
    styles = own_styles()
    if length is Length.SUMMARY:
        _close_up(styles)
    return Look(
        styles=styles,
        numbering=Part("word/numbering.xml", CONTENT_TYPES["numbering"], xml(w("numbering"))),
        section=w("sectPr", a4(), own_margins(_NEAR if length is Length.SUMMARY else _FAR)),
        settings=settings_with(None),
    )


def _close_up(styles: Element) -> None:
    """Set headings smaller and everything nearer, so that a summary keeps to its two pages."""
    for spacing in styles.iter(name("spacing")):
        _scale(spacing, ("before", "after"), 0.5)
        if spacing.get(name("line")):
            spacing.set(name("line"), "240")
    for margins in styles.iter(name("tblCellMar")):
        for margin in (*margins.iter(name("top")), *margins.iter(name("bottom"))):
            _scale(margin, ("w",), 0.3)
    for size in (*styles.iter(name("sz")), *styles.iter(name("szCs"))):
        if _length(size, "val") > _LARGE:
            size.set(name("val"), str(_LARGE + (_length(size, "val") - _LARGE) // 4))


def _scale(element: Element, attributes: tuple[str, ...], by: float) -> None:
    for attribute in attributes:
        if element.get(name(attribute)):
            element.set(name(attribute), str(int(_length(element, attribute) * by)))


def a4() -> Element:
    """The size of an A4 page, upright."""
    return w("pgSz", w="11906", h="16838")


def own_margins(all_around: int = _FAR) -> Element:
    """Margins of this many twentieths of a point on all sides."""
    sides = dict.fromkeys(("top", "right", "bottom", "left"), str(all_around))
    return w("pgMar", **sides, header="567", footer="480", gutter="0")


def room(section: Element) -> tuple[int, int]:
    """The width and the height between the margins of this section, in twentieths of a point."""
    page, margins = section.find(name("pgSz")), section.find(name("pgMar"))
    if page is None or margins is None:
        return (0, 0)
    across, down = _length(page, "w"), _length(page, "h")
    sides = _length(margins, "left") + _length(margins, "right") + _length(margins, "gutter")
    return across - sides, down - abs(_length(margins, "top")) - abs(_length(margins, "bottom"))


def settings_with(theirs: Element | None) -> Element:
    """Our settings, with the few of a template's that change how a page looks."""
    chosen = {
        "zoom": w("zoom", percent="100"),
        "defaultTabStop": w("defaultTabStop", val="567"),
        "characterSpacingControl": w("characterSpacingControl", val="doNotCompress"),
        "compat": w("compat", _modern()),
        "themeFontLang": w("themeFontLang", val="en-GB"),
        "decimalSymbol": w("decimalSymbol", val="."),
        "listSeparator": w("listSeparator", val=","),
    }
    for tag in _KEPT_SETTINGS:
        found = None if theirs is None else theirs.find(name(tag))
        if found is not None:
            chosen[tag] = found
    return w("settings", *(chosen.get(tag) for tag in _ORDER))


def package_of(look: Look) -> bytes:
    """A Word file without words that looks like this."""
    parts = [
        Part("word/styles.xml", CONTENT_TYPES["styles"], xml(look.styles)),
        look.numbering,
        Part("word/settings.xml", CONTENT_TYPES["settings"], xml(look.settings)),
        *([look.theme] if look.theme else []),
    ]
    kinds = ("styles", "numbering", "settings", "theme")
    relations = [
        Relation(f"rId{n}", kind, part.name) for n, (kind, part) in enumerate(zip(kinds, parts, strict=False), 1)
    ]
    running = [
        Relation(relation_id, "header" if part.content_type == CONTENT_TYPES["header"] else "footer", part.name)
        for relation_id, part in look.running
    ]
    body = xml(w("document", w("body", look.section)))
    document = Part("word/document.xml", MAIN, body, (*relations, *running))
    return packed((document, *parts, *(part for _, part in look.running), *look.others))


def xml(element: Element) -> bytes:
    """The element as a file."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _modern() -> Element:
    """The way in which Word has set pages since 2013."""
    return w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")


def _length(element: Element, attribute: str) -> int:
    """A length that a template gives, 0 where it gives none or something else."""
    try:
        return int(float(element.get(name(attribute), "0")))
    except ValueError:
        return 0

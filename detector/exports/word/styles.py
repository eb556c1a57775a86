"""Which style each kind of text has, ours added where a template has none."""

from collections.abc import Iterator

from detector.exports.word.elements import Element, name, value, w
from detector.exports.word.look import own_styles

LANGUAGE = "en-GB"
_HEADINGS = ("heading 1", "heading 2", "heading 3")


class StyleSheet:
    """The styles of a document by the names that Word gives them in every language."""

    def __init__(self, root: Element) -> None:
        """Complete these styles: the element is changed."""
        self._root = root
        self._ids = {(_kind(style), label): style.get(name("styleId"), "") for style, label in _named(root)}
        _speak_english(root)
        for own, label in _named(own_styles()):
            if (_kind(own), label) not in self._ids:
                self._add(own, label)

    def id(self, label: str, kind: str = "paragraph") -> str:
        """The id of the style of this name."""
        return self._ids[kind, label.casefold()]

    def element(self, label: str) -> Element:
        """The paragraph style of this name."""
        wanted = self.id(label)
        return next(style for style in self._root.iter(name("style")) if style.get(name("styleId")) == wanted)

    def _add(self, own: Element, label: str) -> None:
        """Add our style, based on what the template calls by the same name as ours is based on."""
        taken = {style.get(name("styleId"), "").casefold() for style in self._root.iter(name("style"))}
        style_id = own.get(name("styleId"), "")
        while style_id.casefold() in taken:
            style_id += "Report"
        alike = self._outlined(_HEADINGS.index(label)) if label in _HEADINGS else None
        if alike is not None:
            own = _heading_like(own, alike)
        else:
            self._point_to_theirs(own)
        own.set(name("styleId"), style_id)
        if self._has_default(_kind(own)):
            own.attrib.pop(name("default"), None)
        self._ids[_kind(own), label] = style_id
        self._root.append(own)

    def _point_to_theirs(self, own: Element) -> None:
        for tag in ("basedOn", "next"):
            for pointer in own.findall(name(tag)):
                ours = pointer.get(name("val"), "")
                pointer.set(name("val"), self._ids.get((_kind(own), _OWN_NAMES[ours]), ours))

    def _outlined(self, level: int) -> str | None:
        """The id of a style by another name that stands in the outline at this level."""
        for style in self._root.iter(name("style")):
            if _kind(style) == "paragraph" and value(style, "w:pPr/w:outlineLvl") == str(level):
                return style.get(name("styleId"))
        return None

    def _has_default(self, kind: str) -> bool:
        return any(
            _kind(style) == kind and style.get(name("default")) in {"1", "true", "on"}
            for style in self._root.iter(name("style"))
        )


def _heading_like(own: Element, alike: str) -> Element:
    """A heading that looks like the style of this id, and that readers' programs know as a heading."""
    label, level = value(own, "w:name") or "", value(own, "w:pPr/w:outlineLvl") or "0"
    return w(
        "style",
        w("name", val=label),
        w("basedOn", val=alike),
        w("qFormat"),
        w("pPr", w("keepNext"), w("keepLines"), w("outlineLvl", val=level)),
        type="paragraph",
    )


def _named(root: Element) -> Iterator[tuple[Element, str]]:
    for style in list(root.iter(name("style"))):
        yield style, (value(style, "w:name") or "").casefold()


def _kind(style: Element) -> str:
    return style.get(name("type"), "paragraph")


def _speak_english(root: Element) -> None:
    """Have every style checked in British English, and say so where nothing is said."""
    for language in root.iter(name("lang")):
        language.set(name("val"), LANGUAGE)
    if root.find(f"{name('docDefaults')}/{name('rPrDefault')}/{name('rPr')}/{name('lang')}") is None:
        _defaults(root).append(w("lang", val=LANGUAGE, eastAsia=LANGUAGE))


def _defaults(root: Element) -> Element:
    """The properties of every run, made where there are none."""
    found = root
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        inner = found.find(name(tag))
        if inner is None:
            inner = w(tag)
            found.insert(0, inner)
        found = inner
    return found


_OWN_NAMES = {style.get(name("styleId"), ""): label for style, label in _named(own_styles())}

"""Word refuses a file whose elements stand in another order than ISO/IEC 29500-1 lists them in."""

import pytest
from exports.word_reading import parts_of, report_of
from exports.word_templates import council_template
from lxml import etree

from detector.exports.word import make_word
from detector.exports.word.elements import Element, W

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "settings": "zoom mirrorMargins gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps evenAndOddHeaders characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator",
    "trPr": "cantSplit tblHeader",
    "body": "p tbl sectPr",
}
UNORDERED = {"body", "tblCellMar"}
TEMPLATES = {"our own look": None, "a council's": council_template()}


@pytest.fixture(scope="module", params=list(TEMPLATES.values()), ids=list(TEMPLATES))
def parts(request: pytest.FixtureRequest) -> dict[str, bytes]:
    template: bytes | None = request.param
    return parts_of(make_word(report_of(provisional="Not ready for a decision."), template))


def test_every_element_stands_where_word_expects_it(parts: dict[str, bytes]) -> None:
    trees = [
        etree.fromstring(content) for part, content in parts.items() if part.startswith("word/") and _is_xml(part)
    ]
    found = [element for tree in trees for element in tree.iter() if _tag(element) in ORDERS]

    wrong = [(_tag(element), [_tag(child) for child in element]) for element in found if not _is_ordered(element)]

    assert len(found) > 200
    assert wrong == []


def test_every_part_is_named_with_its_kind_and_every_relation_leads_to_a_part(parts: dict[str, bytes]) -> None:
    kinds = etree.fromstring(parts["[Content_Types].xml"])
    named = {entry.get("PartName", "").lstrip("/") for entry in kinds}
    endings = {entry.get("Extension") for entry in kinds}

    for part, content in parts.items():
        assert part in named or part.rpartition(".")[2] in endings or part == "[Content_Types].xml"
        if part.endswith(".rels"):
            inside = [each for each in etree.fromstring(content) if each.get("TargetMode") != "External"]
            folder = part.rpartition("_rels/")[0]
            assert all(_target(folder, each.get("Target", "")) in parts for each in inside)


def test_every_id_is_given_once(parts: dict[str, bytes]) -> None:
    document = etree.fromstring(parts["word/document.xml"])
    marks = [found.get(f"{{{W}}}id") for found in document.iter(f"{{{W}}}bookmarkStart")]
    styles = [
        found.get(f"{{{W}}}styleId") for found in etree.fromstring(parts["word/styles.xml"]).iter(f"{{{W}}}style")
    ]

    assert len(set(marks)) == len(marks) > 0
    assert len(set(styles)) == len(styles)


def _is_ordered(element: Element) -> bool:
    """Whether all children are known, and none stands before one that belongs in front of it."""
    order = ORDERS[_tag(element)].split()
    tags = [_tag(child) for child in element]
    if not set(tags) <= set(order):
        return False
    if _tag(element) in UNORDERED:
        return True
    places = [order.index(tag) for tag in tags]
    return places == sorted(places)


def _is_xml(part: str) -> bool:
    return part.endswith(".xml") and "theme" not in part


def _tag(element: Element) -> str:
    space, _, tag = str(element.tag).rpartition("}")
    return tag if space == f"{{{W}" else str(element.tag)


def _target(folder: str, target: str) -> str:
    parts = [*(folder.split("/") if not target.startswith("/") else []), *target.split("/")]
    kept: list[str] = []
    for part in filter(None, parts):
        kept = kept[:-1] if part == ".." else [*kept, part]
    return "/".join(kept)

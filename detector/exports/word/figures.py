"""Figures: a picture for every reader, sharp lines for newer ones, and everything it shows in words."""

import io
import re
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from detector.core.text import clean
from detector.exports.shared.figures import figure_png, figure_svg, frame_in_print
from detector.exports.word.elements import Element, R, w
from detector.exports.word.manuscript import Manuscript
from detector.report.blocks import Figure, Length

_EMU_IN_TWIP = 635
_DOTS_ACROSS = 1200
_TALLEST = 0.42
_TALLEST_IN_SUMMARY = 0.28
"""How much of a page's height a picture takes at most."""
# Word draws the white rim of letters over them, not behind them.
_RIM = re.compile(r' stroke="[^"]*" stroke-width="[^"]*" paint-order="stroke"')
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_INLINE = """
<wp:inline xmlns:wp="{wp}" xmlns:a="{a}" xmlns:pic="{pic}" xmlns:r="{r}" distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{number}" name="Figure {number}" descr={alt}/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="{pic}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="Figure {number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{png}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
<asvg:svgBlip xmlns:asvg="{asvg}" r:embed="{svg}"/></a:ext></a:extLst></a:blip>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline>
"""


def set_figure(figure: Figure, manuscript: Manuscript) -> list[Element]:
    """The picture above its caption."""
    length = Length.FULL if manuscript.is_full else Length.SUMMARY
    svg = figure_svg(figure, manuscript.drawing, frame_in_print(figure, length))
    number = manuscript.next("picture")
    png_id, image = manuscript.part.get_or_add_image(io.BytesIO(figure_png(svg, _DOTS_ACROSS)))
    across, down = _size(image.px_width, image.px_height, manuscript)
    inline = _INLINE.format(
        wp=_WP,
        a=_A,
        pic=_PIC,
        r=R,
        asvg=_ASVG,
        across=across,
        down=down,
        number=number,
        alt=quoteattr(clean(figure.alt)),
        png=png_id,
        svg=_add_svg(_RIM.sub("", svg), number, manuscript),
    )
    drawing = etree.fromstring(inline, etree.XMLParser(remove_blank_text=True))
    picture = manuscript.set("Report Picture", w("r", w("drawing", drawing)))
    return [picture, manuscript.caption("Figure", figure.caption, keep_next=False)]


def _size(dots_across: int, dots_down: int, manuscript: Manuscript) -> tuple[int, int]:
    """How large the picture is printed: as wide as the text, or lower where it would be too tall."""
    tallest = manuscript.height * (_TALLEST if manuscript.is_full else _TALLEST_IN_SUMMARY)
    scale = min(manuscript.width / dots_across, tallest / dots_down) * _EMU_IN_TWIP
    return int(dots_across * scale), int(dots_down * scale)


def _add_svg(svg: str, number: int, manuscript: Manuscript) -> str:
    """Add the picture's lines to the file; the id by which the document names them."""
    document: Part = manuscript.part
    place = PackURI(f"/word/media/figure{number}.svg")
    part = Part(place, "image/svg+xml", svg.encode(), manuscript.part.package)
    return document.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

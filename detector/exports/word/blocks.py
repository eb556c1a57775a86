"""How each block of a report is set in Word."""

from typing import assert_never

from detector.exports.word.elements import Element, runs, w
from detector.exports.word.figures import set_figure
from detector.exports.word.manuscript import Manuscript, room_after_last
from detector.exports.word.numbering import list_item
from detector.exports.word.sources import set_sources
from detector.exports.word.tables import set_table
from detector.report.blocks import Block, Bullets, Figure, Panel, Paragraph, SourceList, Table, Terms, Tone

_STYLES = {Tone.PLAIN: "Normal", Tone.QUIET: "Report Quiet", Tone.WARNING: "Report Warning"}


def set_block(block: Block, manuscript: Manuscript) -> list[Element]:  # noqa: PLR0911 - one for each kind of block
    """The paragraphs and tables that say what the block says."""
    match block:
        case Paragraph():
            return [manuscript.set(_STYLES[block.tone], runs(block.text))]
        case Bullets():
            return _bullets(block, manuscript)
        case Terms():
            return _terms(block, manuscript)
        case Panel():
            return _panel(block, manuscript)
        case Table():
            return set_table(block, manuscript)
        case Figure():
            return set_figure(block, manuscript)
        case SourceList():
            return set_sources(block, manuscript)
        case _:
            assert_never(block)


def _bullets(block: Bullets, manuscript: Manuscript) -> list[Element]:
    if not block.items:
        return []
    if not block.numbered:
        return [manuscript.set("List Bullet", runs(item)) for item in block.items]
    number = manuscript.lists.start()
    return [manuscript.set("List Number", runs(item), numPr=list_item(number)) for item in block.items]


def _terms(block: Terms, manuscript: Manuscript) -> list[Element]:
    made = [
        manuscript.set("Report Term", runs(label, bold=True), w("r", w("tab")), runs(meaning))
        for label, meaning in block.pairs
    ]
    return room_after_last(made)


def _panel(block: Panel, manuscript: Manuscript) -> list[Element]:
    """One box: Word draws a single border round paragraphs whose borders and indents are the same."""
    doubt = [manuscript.set("Report Verdict Text", runs(block.doubt, bold=True))] if block.doubt else []
    lines = [manuscript.set("Report Verdict Text", runs(line)) for line in block.lines]
    return [manuscript.set("Report Verdict", runs(block.title)), *doubt, *lines]

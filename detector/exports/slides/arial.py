"""How much room text takes in Arial, which slides are set in; no machine needs to have it to know."""

import unicodedata

# Thousandths of the letter size, the same in Arial, Helvetica and Liberation Sans.
REGULAR = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[\\]ft·",
    334: '()-`r“”{}|•"',
    389: "*",
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopqu–£€",
    611: "+<=>~FTZßø",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "…—",
    1015: "@",
}
BOLD = {
    278: " ,./I\\ijl‘’·'|",
    334: "!()-:;[]`ft",
    389: "*r{}•",
    500: 'z“”"',
    556: "#$0123456789J_aceksvxy–£€",
    611: "+<=>^~?FLTZbdghnopqußø",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%mæ",
    975: "W@",
    1000: "…—",
}
WIDEST = 1.05
"""What any other letter is taken to need, in sizes."""

SAFETY = 1.02
"""For programs that set letters a little wider than the font says."""

_WIDTHS = tuple(
    {letter: thousandths / 1000 for thousandths, letters in groups.items() for letter in letters}
    for groups in (REGULAR, BOLD)
)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room that a text takes on one row, in the unit of `size`; never less than it really does."""
    widths = _WIDTHS[bold]
    letters = unicodedata.normalize("NFD", text)
    return size * SAFETY * sum(widths.get(each, WIDEST) for each in letters if not unicodedata.combining(each))


def rows(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many rows a text takes in so much room, broken between words, and inside a word that fits on none."""
    space = width(" ", size, bold=bold)
    count, used = 1, 0.0
    for word in text.split():
        needed = width(word, size, bold=bold)
        if used and used + space + needed <= room:
            used += space + needed
            continue
        count += bool(used)
        if needed > room:
            whole, needed = _inside(word, size, room, bold=bold)
            count += whole
        used = needed
    return count


def _inside(word: str, size: float, room: float, *, bold: bool) -> tuple[int, float]:
    """How many whole rows a word fills that is too long for one, and the room its rest takes on the next."""
    full, used = 0, 0.0
    for letter in word:
        needed = width(letter, size, bold=bold)
        if used and used + needed > room:
            full, used = full + 1, 0.0
        used += needed
    return full, used

"""Texts as a cell can hold them."""

MOST_CHARACTERS = 32_767
"""How many characters a cell of a spreadsheet can hold."""

# They turn the reading order of what follows and could make a note read as something it is not.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CUT = "\n[Cut here: this text has {:,} characters, more than a cell can hold. The JSON file has all of it.]"


def cell_text(text: str) -> str:
    """The text without what no cell can hold or what turns its direction, cut with a mark where it is too long."""
    kept = "".join(each for each in text.replace("\r\n", "\n").replace("\r", "\n") if _is_kept(each))
    # A spreadsheet counts a character outside the basic plane as two.
    if _units(kept) <= MOST_CHARACTERS:
        return kept
    mark = _CUT.format(len(kept))
    return _first_units(kept, MOST_CHARACTERS - len(mark)) + mark


def _is_kept(character: str) -> bool:
    if character in "\n\t":
        return True
    is_half = "\ud800" <= character <= "\udfff"
    return not (
        character < " " or "\x7f" <= character <= "\x9f" or is_half or character in _TURNING | {"\ufffe", "\uffff"}
    )


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _first_units(text: str, most: int) -> str:
    start = text[:most]
    while _units(start) > most:
        start = start[: len(start) - (_units(start) - most + 1) // 2]
    return start

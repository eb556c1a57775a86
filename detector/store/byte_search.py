"""Looking for what was erased in the bytes of files: every piece of it, in one pass."""

from collections.abc import Collection, Iterable, Iterator

import numpy as np
import numpy.typing as npt

PIECE = 32
SHORTEST = 8
_AT_ONCE = 1 << 22
_SLOT_BITS = 20
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def pieces_of(texts: Iterable[str]) -> frozenset[bytes]:
    """The texts cut into pieces that can be searched for: a database splits long ones over its pages.

    What is shorter than eight bytes is left out: it would be found anywhere.
    """
    return frozenset(piece for text in texts for piece in _pieces(text.encode()) if len(piece) >= SHORTEST)


def _pieces(written: bytes) -> Iterator[bytes]:
    for start in range(0, len(written), PIECE):
        yield written[start : start + PIECE]
    if len(written) > PIECE:
        yield written[-PIECE:]


def found_in(searched: bytes, pieces: Collection[bytes]) -> frozenset[bytes]:
    """Those of the pieces, of eight bytes at least, that stand in these bytes."""
    steps = range(0, max(len(searched), 1), _AT_ONCE)
    return frozenset(piece for at in steps for piece in _found(searched[at : at + _AT_ONCE + PIECE], pieces))


def _found(searched: bytes, pieces: Collection[bytes]) -> set[bytes]:
    starts = np.unique(np.array([_number(piece) for piece in pieces], dtype=np.uint64))
    is_start = np.zeros(1 << _SLOT_BITS, dtype=np.bool_)
    is_start[_slot(starts)] = True
    by_start: dict[int, list[bytes]] = {}
    for piece in pieces:
        by_start.setdefault(_number(piece), []).append(piece)
    found: set[bytes] = set()
    for shift in range(SHORTEST):
        count = (len(searched) - shift) // SHORTEST
        if count <= 0 or not pieces:
            break
        there = np.frombuffer(searched, dtype="<u8", count=count, offset=shift)
        likely = np.flatnonzero(is_start[_slot(there)])
        for place in likely[np.isin(there[likely], starts)]:
            at = shift + int(place) * SHORTEST
            found.update(piece for piece in by_start[int(there[place])] if searched.startswith(piece, at))
    return found


def _slot(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """A small number for each large one: nearly all of a file is passed over by it, several times as fast."""
    return (numbers * _SPREAD) >> np.uint64(64 - _SLOT_BITS)


def _number(piece: bytes) -> int:
    return int.from_bytes(piece[:SHORTEST], "little")

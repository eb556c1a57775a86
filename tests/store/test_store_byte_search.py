"""The search that receipts rest on finds what is there, wherever it stands, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.store import byte_search
from detector.store.byte_search import PIECE, SHORTEST, found_in, pieces_of


@given(st.binary(max_size=200), st.sets(st.binary(min_size=SHORTEST, max_size=PIECE), max_size=8), st.data())
def test_it_finds_exactly_what_is_there(around: bytes, pieces: set[bytes], data: st.DataObject) -> None:
    planted = data.draw(st.sets(st.sampled_from(sorted(pieces)))) if pieces else set[bytes]()
    searched = around + b"".join(piece + around[:3] for piece in sorted(planted))

    assert found_in(searched, pieces) == {piece for piece in pieces if piece in searched}


@given(st.text(max_size=200))
def test_every_part_of_a_long_text_is_looked_for(text: str) -> None:
    pieces, written = pieces_of([text]), text.encode()

    assert all(piece in written and SHORTEST <= len(piece) <= PIECE for piece in pieces)
    if len(written) >= SHORTEST:
        covered = {at + step for piece in pieces for at in [written.find(piece)] for step in range(len(piece))}
        assert pieces
        assert len(written) <= PIECE or {0, len(written) - 1} <= covered


def test_a_piece_across_two_parts_of_a_large_file_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_search, "_AT_ONCE", 64)
    piece = b"who pays for the van"
    for shift in range(40, 70):
        assert found_in(b"." * shift + piece + b"." * 90, [piece]) == {piece}

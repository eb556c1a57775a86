"""What comes out of a packed file stays within its limits, whatever the file says of itself."""

import io
import random
import struct
import zipfile

import pytest

from detector.files.archive import Archive, DamagedError, Limits, LockedError, TooLargeError

LIMITS = Limits(members=10, member_bytes=2_000_000, all_bytes=3_000_000)
TEXT = bytes(range(256)) * 100


def packed(*contents: bytes, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as file:
        for number, content in enumerate(contents):
            file.writestr(f"{number}.xml", content)
    return stream.getvalue()


def with_size(data: bytes, said: int) -> bytes:
    """The archive with another size than the true one wherever its first member's size stands."""
    changed = bytearray(data)
    listed = data.index(b"PK\x01\x02")
    for place in (22, listed + 24):
        changed[place : place + 4] = struct.pack("<L", said)
    return bytes(changed)


def first_of(data: bytes, limits: Limits = LIMITS) -> bytes:
    """The first member, unpacked."""
    archive = Archive(data, limits)
    return archive.read(archive.members[0])


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_sound_member_comes_out_as_it_went_in(how: int) -> None:
    assert first_of(packed(TEXT, how=how)) == TEXT


@pytest.mark.parametrize("said", [0, 1, 1_000, len(TEXT) - 1, len(TEXT) + 1, 1_900_000])
def test_a_member_of_another_size_than_it_says_is_damaged(said: int) -> None:
    with pytest.raises(DamagedError):
        first_of(with_size(packed(TEXT), said))


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_undone_a_little_at_a_time_is_none(how: int) -> None:
    with pytest.raises(DamagedError):
        first_of(packed(TEXT, how=how))


def test_a_member_may_be_only_so_large() -> None:
    with pytest.raises(TooLargeError):
        first_of(packed(TEXT * 79))


def test_a_member_may_shrink_only_so_far() -> None:
    with pytest.raises(TooLargeError):
        first_of(packed(bytes(1_500_000)))


def test_reading_stops_where_all_together_is_too_much() -> None:
    archive = Archive(packed(random.Random(7).randbytes(1_600_000)), LIMITS)
    archive.read(archive.members[0])

    with pytest.raises(TooLargeError):
        archive.read(archive.members[0])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed(*[TEXT * 50] * 3), id="too much by its own word"),
        pytest.param(packed(*[b""] * 11), id="too many members"),
        pytest.param(b"PK\x01\x02" * 21, id="a list that is never read"),
    ],
)
def test_an_archive_that_says_it_is_too_large_is_not_begun(data: bytes) -> None:
    with pytest.raises(TooLargeError):
        Archive(data, LIMITS)


def test_a_locked_member_is_told_from_a_damaged_one() -> None:
    locked = bytearray(packed(TEXT))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(LockedError):
        Archive(bytes(locked), LIMITS)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", packed(TEXT)[:50], packed(TEXT)[30:], b"PK\x05\x06" + bytes(18)[:9]],
    ids=["nothing", "only its beginning", "cut off", "without its beginning", "only half of its end"],
)
def test_what_is_no_archive_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        first_of(data)


def test_members_that_lie_in_one_another_are_damaged_or_within_the_limits() -> None:
    """One packed text that a list of many members points to, each time under another name."""
    data = packed(TEXT, TEXT)
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    overlapping = data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :]
    archive = Archive(overlapping, LIMITS)

    with pytest.raises(DamagedError):
        archive.read(archive.members[1])

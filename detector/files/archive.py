"""The one place where a packed file that somebody brought is unpacked: member by member, and never past its limits."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

_ENCRYPTED = 1
_SMALLEST_SUSPECT = 1_000_000
_AT_ONCE = 64 * 1024
_ENTRY = b"PK\x01\x02"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class UnusableArchiveError(Exception):
    """The file cannot be unpacked."""


class DamagedError(UnusableArchiveError):
    """It is damaged, says something of itself that is not true, or is packed in a way that is not used here."""


class LockedError(UnusableArchiveError):
    """It is protected by a password."""


class TooLargeError(UnusableArchiveError):
    """Unpacked, it goes past a limit."""


@dataclass(frozen=True)
class Limits:
    """What may come out of one file.

    Args:
        members: how many files it may hold.
        member_bytes: how large one may be, unpacked.
        all_bytes: how much may be unpacked of it altogether, the same member twice counted twice.
        ratio: how many times its packed size a member of more than a megabyte may have.
    """

    members: int
    member_bytes: int
    all_bytes: int
    ratio: int = 200


class Archive:
    """The members of a zip file by name; each is unpacked only when it is asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Read the list of members, which says of itself only what is not believed later.

        Raises:
            UnusableArchiveError: in one of its kinds.
        """
        self._limits, self._left = limits, limits.all_bytes
        # Each entry of the list costs fifty times its size: they are counted before they are read.
        if data.count(_ENTRY) > 2 * limits.members:
            raise TooLargeError
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE:
            raise DamagedError from None
        self.members = tuple(self._zip.infolist())
        if len(self.members) > limits.members or sum(each.file_size for each in self.members) > limits.all_bytes:
            raise TooLargeError
        if any(each.flag_bits & _ENCRYPTED for each in self.members):
            raise LockedError

    def read(self, member: zipfile.ZipInfo) -> bytes:
        """A member, unpacked.

        Raises:
            UnusableArchiveError: in one of its kinds.
        """
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DamagedError
        try:
            with self._zip.open(member) as packed:
                content = self._unpacked(packed, self._most_of(member))
        except _UNREADABLE:
            raise DamagedError from None
        if len(content) != member.file_size:
            raise DamagedError
        return content

    def _most_of(self, member: zipfile.ZipInfo) -> int:
        by_ratio = max(_SMALLEST_SUSPECT, member.compress_size * self._limits.ratio)
        return min(self._limits.member_bytes, self._left, by_ratio)

    def _unpacked(self, packed: IO[bytes], most: int) -> bytes:
        """All of it, a little at a time: to be asked for all at once, it would unpack more than it says it holds."""
        parts = io.BytesIO()
        while part := packed.read(_AT_ONCE):
            self._left -= len(part)
            if parts.tell() + len(part) > most:
                raise TooLargeError
            parts.write(part)
        return parts.getvalue()

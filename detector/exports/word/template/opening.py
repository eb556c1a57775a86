"""Opening a file that somebody brought as a Word template, and refusing what cannot be one."""

import posixpath
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from detector.core.errors import FileError, Problem
from detector.exports.word.elements import Element
from detector.exports.word.package import relations_of
from detector.files.archive import Archive, Limits, LockedError, TooLargeError, UnusableArchiveError

PLACE = "Word template"
SAVE_AS_WORD = "Open it in Word, choose Save As and the type Word Document (.docx), and bring that file."
LARGEST = 10_000_000
_LIMITS = Limits(members=1_000, member_bytes=20_000_000, all_bytes=80_000_000)
# Each element and each attribute of it costs a hundred bytes and more once it is read: a styled page has a thousand.
_MOST_MARKS = 800_000
_TOO_LARGE, _LESS = "Unpacked, the file is too large.", "Bring a template with less in it."
_BROKEN = "The file is damaged and cannot be read."
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Related:
    """What a part needs: the kind in full, the other part's name, and whether it lies outside the file."""

    kind: str
    target: str
    external: bool


class TemplateFile:
    """The parts of a Word file by name, each read only when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the file.

        Raises:
            FileError: if it is too large, damaged, or locked.
        """
        if len(data) > LARGEST:
            refuse(f"The file has {len(data) // 1_000_000} MB.", "Take pictures out of it until it has at most 10 MB.")
        self._marks_left = _MOST_MARKS
        with _told_in_words():
            self._archive = Archive(data, _LIMITS)
        self._members = {_normal(member.filename): member for member in self._archive.members}

    def names(self) -> frozenset[str]:
        """The names of all parts, in small letters."""
        return frozenset(self._members)

    def read(self, name: str) -> bytes:
        """The part of this name.

        Raises:
            FileError: if there is none, or it is damaged.
        """
        member = self._members.get(_normal(name))
        if member is None:
            refuse(f"The file has no part '{name[:100]}', which it needs.", SAVE_AS_WORD)
        with _told_in_words():
            return self._archive.read(member)

    def tree(self, name: str) -> Element:
        """The part of this name as elements.

        Raises:
            FileError: if it is no XML, or holds declarations that could make it something else.
        """
        data = self.read(name)
        self._marks_left -= data.count(b"<") + data.count(b"=")
        if self._marks_left < 0:
            refuse(_TOO_LARGE, _LESS)
        # Zeros go first, so that a declaration is found in every encoding of Unicode.
        declares = b"<!DOCTYPE" in data.replace(b"\0", b"")
        root = None if declares else _parsed(data)
        if root is None or root.getroottree().docinfo.doctype:
            refuse("The file holds declarations that no Word document has.", SAVE_AS_WORD)
        return root

    def relations(self, name: str) -> Mapping[str, Related]:
        """What the part of this name needs, by id; an empty name stands for the file itself."""
        place = relations_of(name)
        if _normal(place) not in self._members:
            return {}
        folder = posixpath.dirname(name)
        return {
            found.get("Id", ""): Related(
                found.get("Type", ""),
                _normal(posixpath.join(f"/{folder}", found.get("Target", ""))),
                found.get("TargetMode") == "External",
            )
            for found in self.tree(place).iter(_RELATIONS)
        }


def refuse(fault: str, remedy: str) -> NoReturn:
    """Say what is wrong with the template, and what to do.

    Raises:
        FileError: always.
    """
    raise FileError([Problem(PLACE, fault, remedy)])


@contextmanager
def _told_in_words() -> Generator[None]:
    try:
        yield
    except TooLargeError:
        refuse(_TOO_LARGE, _LESS)
    except LockedError:
        refuse("The file is protected by a password.", "Take the password off in Word and bring it again.")
    except UnusableArchiveError:
        refuse(_BROKEN, SAVE_AS_WORD)


def _parsed(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        refuse(_BROKEN, SAVE_AS_WORD)


def _normal(name: str) -> str:
    """Names differ neither by capitals nor by the way in which folders are written."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").casefold()

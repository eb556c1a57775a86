"""Opening a file that somebody brought as a Word template, and refusing what cannot be one."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from detector.core.errors import FileError, Problem
from detector.exports.word.elements import Element
from detector.exports.word.package import relations_of

PLACE = "Word template"
SAVE_AS_WORD = "Open it in Word, choose Save As and the type Word Document (.docx), and bring that file."
LARGEST = 10_000_000
_LARGEST_UNPACKED = 80_000_000
_LARGEST_XML = 20_000_000
_MOST_MEMBERS = 1_000
_ENCRYPTED = 1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
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
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _UNREADABLE:
            refuse(_BROKEN, SAVE_AS_WORD)
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST_UNPACKED:
            refuse("Unpacked, the file is too large.", "Bring a template with less in it.")
        if any(member.flag_bits & _ENCRYPTED for member in members):
            refuse("The file is protected by a password.", "Take the password off in Word and bring it again.")
        self._members = {_normal(member.filename): member for member in members}

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
        try:
            return self._zip.read(member)
        except _UNREADABLE:
            refuse(_BROKEN, SAVE_AS_WORD)

    def tree(self, name: str) -> Element:
        """The part of this name as elements.

        Raises:
            FileError: if it is no XML, or holds declarations that could make it something else.
        """
        data = self.read(name)
        if len(data) > _LARGEST_XML:
            refuse("Unpacked, the file is too large.", "Bring a template with less in it.")
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


def _parsed(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        refuse(_BROKEN, SAVE_AS_WORD)


def _normal(name: str) -> str:
    """Names differ neither by capitals nor by the way in which folders are written."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").casefold()

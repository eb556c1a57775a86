"""Taking the assessment back out of a PDF that was exported here."""

import logging
import struct
import zlib
from collections.abc import Iterator
from io import SEEK_SET, BytesIO
from typing import NoReturn

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from detector.core.errors import FileError, Problem
from detector.files.assessment import LARGEST_FILE

ATTACHMENT = "assessment.json"
_END = 2048
"""The reader looks for the end of a PDF through all of it; a sound one has it in so many last bytes."""
_MOST_UNPACKED = 64 * 1024
"""Bytes that one list of objects may unpack to; in what is exported here the largest has a sixth of it."""
_MOST_JUMPS, _MOST_WORDS = 64, 2 * 1024 * 1024
"""Places of the file that are visited, and bytes read there word by word: of ours 15, and ten thousand bytes."""
_MEGABYTES = LARGEST_FILE // 1024**2
_BRING = "Bring a PDF just as it was exported here, or the assessment file (.json)."
_LONGEST_WORD = 4096
_LOCKED = "This is a PDF document that is locked with a password."
_UNLOCK = f"Save it without one first. {_BRING}"
_LOST = "Printing, joining or shrinking a PDF takes it out."
# What the reader raises where a file is not what it says it is.
_BROKEN = (
    PyPdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    struct.error,
    zlib.error,
)

# The reader tells of every fault in a file on standard error; an officer is told of one, in words.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def attached_assessment(data: bytes) -> bytes:
    """The assessment file attached to a PDF.

    Raises:
        FileError: if the PDF is too large, damaged or locked, or does not carry exactly one assessment.

    """
    if len(data) > LARGEST_FILE:
        _refuse(f"This is a PDF document larger than {_MEGABYTES} MB, and none that is exported here is.")
    if b"startxref" not in data[-_END:]:
        _refuse("This is a PDF document that is damaged or incomplete: its end is missing.")
    limits = apply_configuration(
        zlib_maximum_output_length=_MOST_UNPACKED,
        lzw_maximum_output_length=_MOST_UNPACKED,
        run_length_maximum_output_length=_MOST_UNPACKED,
        brotli_maximum_output_length=_MOST_UNPACKED,
        zlib_maximum_recovery_input_length=0,
    )
    try:
        with limits:
            return _only_assessment(PdfReader(_Bounded(data), strict=True))
    except DependencyError:
        _refuse(_LOCKED, _UNLOCK)
    except LimitReachedError:
        _refuse(f"This is a PDF document that is damaged, or unpacks to more than {_MEGABYTES} MB.")
    except _BROKEN:
        _refuse("This is a PDF document that is damaged or incomplete.")


class _Bounded(BytesIO):
    """A file of which only so much is looked at: the reader keeps all it has seen, at fifty times its size."""

    _jumps, _words = _MOST_JUMPS, _MOST_WORDS

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        """Go to another place."""
        self._jumps -= whence == SEEK_SET
        self._bound()
        return super().seek(offset, whence)

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on: a short piece is a word, a long one something packed, which has limits of its own."""
        piece = super().read(size)
        self._words -= len(piece) if len(piece) <= _LONGEST_WORD else 0
        self._bound()
        return piece

    def _bound(self) -> None:
        if self._jumps < 0 or self._words < 0:
            raise LimitReachedError


def _only_assessment(reader: PdfReader) -> bytes:
    if reader.is_encrypted:
        _refuse(_LOCKED, _UNLOCK)
    found = list(_assessments(reader.root_object))
    if not found:
        _refuse("This is a PDF document that carries no assessment.", f"{_BRING} {_LOST}")
    if len(found) > 1:
        _refuse("This is a PDF document that carries more than one assessment.")
    return _unpacked(found[0])


def _assessments(root: DictionaryObject) -> Iterator[PdfObject | None]:
    """Every attached file of our name. Only the list of attachments is walked, and never a page."""
    listed = _dictionary(_dictionary(root.get("/Names")).get("/EmbeddedFiles"))
    for part in (listed, *map(_dictionary, _array(listed.get("/Kids")))):
        for entry in map(_dictionary, _array(part.get("/Names"))):
            if ATTACHMENT in (entry.get("/UF"), entry.get("/F")):
                files = _dictionary(entry.get("/EF"))
                yield _resolved(files.get("/F", files.get("/UF")))


def _unpacked(stream: PdfObject | None) -> bytes:
    if not isinstance(stream, StreamObject) or stream.get("/Filter") not in (None, "/FlateDecode"):
        _refuse("This is a PDF document that carries an assessment in a way that is not used here.")
    # What the reader itself unpacks it mends by guessing: an answer that was damaged must not pass for another.
    packed: bytes = stream._data  # pyright: ignore[reportPrivateUsage] - it gives what is packed by no other name
    if "/Filter" not in stream:
        return packed
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise LimitReachedError
    if not unpacking.eof:
        raise zlib.error
    return content


def _resolved(value: object) -> PdfObject | None:
    return value.get_object() if isinstance(value, PdfObject) else None


def _dictionary(value: object) -> DictionaryObject:
    found = _resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: object) -> ArrayObject:
    found = _resolved(value)
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _refuse(fault: str, remedy: str = _BRING) -> NoReturn:
    raise FileError([Problem("the file", fault, remedy)])

"""Names of files: whose, what, when and which part, in letters that every system keeps."""

import re
import unicodedata
from datetime import date

from detector.core.answers import Service
from detector.exports.formats import Format
from detector.report.blocks import Length

LONGEST_PART = 48
LENGTHS = {Length.SUMMARY: "summary", Length.FULL: "full-report"}
# Letters that do not come apart into a plain letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
APOSTROPHES = re.compile("['’‘ʼ]")


def file_name(service: Service, made: Format, on: date, length: Length) -> str:
    """A name such as anyshire-library-service-2026-11-22-summary.pdf, in small letters, digits and hyphens.

    What has no such letters is left out; where nothing is left the name begins with "assessment".
    """
    council, name = slug(service.council), slug(service.name)
    whose = [name] if f"{name}-".startswith(f"{council}-") else [council, name]
    part = LENGTHS[length] if made.lengths else made.part
    said = "-".join(word for word in whose if word) or "assessment"
    return f"{said}-{on.isoformat()}-{part}.{made.ending}"


def slug(text: str) -> str:
    """The text in small letters, digits and hyphens (ŵ becomes w), cut between words where it is long."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.lower()).translate(WHOLE_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if len(words) <= LONGEST_PART:
        return words
    return words[: LONGEST_PART + 1].rpartition("-")[0] or words[:LONGEST_PART]

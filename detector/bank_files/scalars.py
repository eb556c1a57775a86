"""What an unquoted word in a bank file means."""

import re
from math import isfinite

from detector.bank_files.tree import Scalar

_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]*|\.[0-9]+|[0-9]{1,15}(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "false": False}
_SLIPPERY = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def meaning(word: str) -> Scalar:
    """The number, true or false, or nothing that an unquoted word stands for; else the word itself."""
    if word in _NOTHING:
        return None
    if word in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return _BOOLEANS[word.lower()]
    if _WHOLE_NUMBER.fullmatch(word):
        return int(word)
    if _NUMBER.fullmatch(word) and isfinite(float(word)):
        return float(word)
    return word


def read_as(word: str) -> str | None:
    """What YAML would silently make of an unquoted word that a person means as a word, or None."""
    if word in {word.lower(), word.upper(), word.capitalize()}:
        return _SLIPPERY.get(word.lower())
    return None

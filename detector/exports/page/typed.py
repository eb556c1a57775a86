"""Text as it was typed, less what a page cannot hold."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

from detector.charts.svg.marks import plain


def typed(value: object) -> object:
    """A text with plain line ends and without control characters; marks that turn its direction show as nothing."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain("\n".join(value.splitlines()))
    return value


def is_web_address(address: str) -> bool:
    """Whether an address may be followed: http or https, a host, and nothing hidden in it."""
    if re.search(r"[^\x21-\x7e]|[\"'<>\\`{}|]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def css_text(text: str) -> Markup:
    """A text between quotes in a style sheet, where nothing in it can end the quotes."""
    letters = " ".join(plain(text).split())
    # Every letter but the plainest is written as its number, so no quote, bracket or slash is ever left.
    return Markup('"{}"').format(Markup("").join(_css_letter(letter) for letter in letters))


def _css_letter(letter: str) -> Markup:
    if letter == " " or (letter.isascii() and letter.isalnum()):
        return Markup("{}").format(letter)
    return Markup("\\{} ").format(f"{ord(letter):x}")

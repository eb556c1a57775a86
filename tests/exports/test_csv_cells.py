import pytest

from detector.core.text import clean
from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for

ATTACKS = [
    "=1+1",
    "+1",
    "-1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u2003+1",
    "\ufeff=1",
    "\x0b=1",
    "\x01\x02=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "|calc",
    "%x",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://e")',
    "\rharmless",
    "\nharmless",
]


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_can_become_a_formula(attack: str) -> None:
    assert clean_for(FormatId.TABLE, attack) == f"'{clean(attack)}"


@pytest.mark.parametrize(
    "text", ["", "1+1=2", "Paid 5 %", "me@example.org", "It's late", 'He said "no"', "a\nb", "\u0175"]
)
def test_a_harmless_text_is_left_as_it_is(text: str) -> None:
    assert clean_for(FormatId.TABLE, text) == text

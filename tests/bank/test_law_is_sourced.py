"""A text that states law cites a source, and one that was found to say so."""

import re
from collections.abc import Iterator

import pytest
from pydantic import JsonValue

from detector.bank_files import load_bank
from detector.core.bank import Bank

Text = tuple[str, frozenset[int]]

NO_LAW = {"sources", "migrations", "code_list", "judgement_note"}
STATES_LAW = re.compile(
    r"\bAct (19|20)\d\d|\b(19|20)\d\d Act\b|\bRegulations\b|\bsection \d+\b(?! officer)|\bSchedule \d|£\d[\d,]+"
)
# What the law says, and the sources read for it: a text cites one of them at least.
READ_IN = {
    "the lines of the buying rules": (r"£663,540|£207,720", {37}),
    "support that has lighter rules": (r"£315,000", {53, 119}),
    "shares in a society, or contracts before reorganisation": (r"£100,000", {55, 87}),
    "consent before reorganisation": (r"section 24 direction|2007 Act", {87}),
    "the draft order on that consent": (r"draft order of June 2026", {90}),
    "contracts that can be reserved": (r"section 33\b|[Rr]eserved contract .*(law|employees)", {33}),
    "the in-house exemption": (r"[Ii]n-house exemption|Schedule 2\b", {33}),
    "grounds for direct award": (r"Schedule 5\b", {33, 94, 95}),
    "contracts kept to local suppliers": (r"kept to local", {97}),
    "buying health care": (r"Provider Selection Regime", {34, 52}),
    "staff who transfer": (r"\bTUPE (keeps|protects|moves|[Rr]egulations)", {46}),
    "informing and consulting staff": (r"13 weeks", {110}),
    "rules for outsourced contracts": (r"Employment Rights Act", {39}),
    "dismissal to cut pay": (r"1 January 2027", {120}),
    "adult social care": (r"Care Act", {101}),
    "social care for children": (r"2014 Regulations|[Mm]ost delegated functions for children", {98}),
    "regulated care": (r"with the Care Quality Commission", {102}),
    "the test for staying in house": (r"Public Interest Test|PPN 024", {44, 45}),
    "national insurance": (r"Employment Allowance", {103}),
    "corporation tax": (r"\b19% up to", {69}),
    "business rates of charities": (r"80% (less|relief|business-rate|rates)", {68, 118}),
    "tax-free bonuses": (r"£3,600", {71}),
    "dividends of community interest companies": (r"\b35% of its distributable profit", {59}),
    "the lock of a society": (r"adopts? (the|a) lock", {114}),
    "members of a company": (r"Companies Act 2006, section 7", {112}),
    "partnerships": (r"2000 Act|Partnerships Act", {113}),
    "commercial purposes of a council": (r"Localism Act 2011, section 4|general power", {50}),
    "the right to challenge": (r"right to challenge", {49}),
    "checks of identity": (r"must have their identity|identity checks", {111}),
    "best value": (r"best value guidance", {105}),
    "land of a council": (r"general consent of 2003|best consideration", {107}),
}


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return list(_texts(_entries(load_bank()), frozenset()))


def _entries(bank: Bank) -> JsonValue:
    return bank.model_dump(mode="json", exclude=NO_LAW)


def _texts(entry: JsonValue, cited: frozenset[int]) -> Iterator[Text]:
    """Every text with the sources of the smallest entry around it that cites any."""
    match entry:
        case str():
            yield entry, cited
        case dict():
            around = _numbers(entry) or cited
            for key, value in entry.items():
                # Where an entry says to be read is the title of a source, and no statement.
                yield from () if key == "basis" else _texts(value, around)
        case list():
            for value in entry:
                yield from _texts(value, cited)
        case _:
            return


def test_what_states_law_cites_a_source(texts: list[Text]) -> None:
    assert [text for text, cited in texts if STATES_LAW.search(text) and not cited] == []


@pytest.mark.parametrize(("pattern", "read"), [pytest.param(*each, id=name) for name, each in READ_IN.items()])
def test_the_source_cited_is_one_that_says_so(texts: list[Text], pattern: str, read: set[int]) -> None:
    stated = [(text, cited) for text, cited in texts if re.search(pattern, text)]

    assert stated
    assert [(text, sorted(cited)) for text, cited in stated if not cited & read] == []


def test_the_lines_told_in_words_are_those_computed_with() -> None:
    bank = load_bank()
    rules = bank.contract_rules
    assert rules is not None

    told = next(fact.why for fact in bank.facts if fact.id == rules.value)

    since = f"{rules.in_force_from.day} {rules.in_force_from:%B %Y}"
    lines = (f"£{rules.light_touch_from:,.0f}", f"£{rules.other_from:,.0f}", since)
    assert [each for each in lines if each not in told] == []


def test_no_statement_was_checked_before_its_sources_were_read() -> None:
    bank = load_bank()
    read = {source.number: source.checked_on.isoformat() for source in bank.sources}

    assert [
        entry for entry in _dated(_entries(bank)) if _checked_on(entry) < max(read[n] for n in _numbers(entry))
    ] == []


def _dated(entry: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Every entry with sources and the day it was checked, but whole forms, whose parts have days of their own."""
    match entry:
        case dict():
            if _numbers(entry) and _checked_on(entry) and "ask_your_lawyer" not in entry:
                yield entry
            for value in entry.values():
                yield from _dated(value)
        case list():
            for value in entry:
                yield from _dated(value)
        case _:
            return


def _numbers(entry: dict[str, JsonValue]) -> frozenset[int]:
    sources = entry.get("sources")
    return frozenset(n for n in sources if isinstance(n, int)) if isinstance(sources, list) else frozenset()


def _checked_on(entry: dict[str, JsonValue]) -> str:
    day = entry.get("checked_on")
    return day if isinstance(day, str) else ""

"""Changes of every kind, those that fit a bank and those that do not."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from store.store_builders import BANK, FULL, level, question

from detector.core.answers import (
    Answer,
    AnswerState,
    BroughtOver,
    EarlierAnswer,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
    items_of,
)
from detector.core.bank.index import index_of

Change = tuple[Item, ItemValue]

TEXTS = st.sampled_from(["", "Seen", " \n", "<b>\u202e=1+1", "a\0", "\ud800", "x" * 201, "x" * 20_001])
WHOLE = st.integers(-2, 6) | st.just(10**13)
NUMBERS = WHOLE | st.floats() | st.booleans()
DAYS = st.sampled_from(["", "2027-03-01", "2027-02-30", "1999-01-01", "soon"])
LINKS = st.lists(st.sampled_from(["https://example.org", "example.org", "javascript:alert(1)", ""]), max_size=2)

ANSWERS = st.builds(
    Answer,
    state=st.sampled_from(AnswerState),
    level=st.none() | WHOLE,
    evidence=WHOLE,
    note=TEXTS,
    links=LINKS.map(tuple),
    reason=TEXTS,
)
FACTS = st.one_of(
    NUMBERS,
    st.sampled_from(["teckal", "loan", "anything", ""]),
    st.lists(st.sampled_from(["loan", "shares", "sale"]), max_size=3).map(tuple),
)
FOUND = st.builds(
    WorkshopResult,
    held_on=DAYS,
    round=st.integers(0, 3),
    people=WHOLE,
    level=st.none() | WHOLE,
    median=st.none() | st.floats(),
    agreement=st.none() | st.floats(),
    dissent=TEXTS,
    chose=st.none() | WHOLE,
    dont_know=st.none() | WHOLE,
    groups_counted=st.none() | WHOLE,
    groups_apart=st.none() | st.floats(),
)
BROUGHT = st.builds(
    BroughtOver,
    from_version=TEXTS,
    carried=WHOLE,
    read_again=st.dictionaries(st.sampled_from(["MKT1", "OLD1"]), WHOLE, max_size=2),
    new=st.lists(st.sampled_from(["MKT1", "STF1"]), max_size=2).map(tuple),
    earlier=st.lists(
        st.builds(EarlierAnswer, TEXTS, TEXTS, TEXTS, st.lists(st.sampled_from(["MKT1"]), max_size=1).map(tuple)),
        max_size=2,
    ).map(tuple),
    closed=st.booleans(),
)
VALUES: dict[ItemKind, SearchStrategy[ItemValue]] = {
    ItemKind.ANSWER: ANSWERS,
    ItemKind.FACT: FACTS,
    ItemKind.WEIGHT: NUMBERS,
    ItemKind.SERVICE: st.builds(Service, TEXTS, TEXTS, TEXTS),
    ItemKind.PLAN: st.builds(PlannedAction, TEXTS, DAYS, st.booleans()),
    ItemKind.WORKSHOP: FOUND,
    ItemKind.MONEY: NUMBERS,
    ItemKind.BROUGHT_OVER: BROUGHT,
}
IDS = {
    ItemKind.ANSWER: ["MKT1", "STF1", "OLD1"],
    ItemKind.FACT: [*(fact.id for fact in BANK.facts), "old_fact"],
    ItemKind.WEIGHT: ["market", "staff", "old_dimension"],
    ItemKind.SERVICE: ["service", "another"],
    ItemKind.PLAN: ["brief_staff", "ask_unions", "old_action"],
    ItemKind.WORKSHOP: ["MKT1", "OLD1"],
    ItemKind.MONEY: [*index_of(BANK).money_inputs, "old_number"],
    ItemKind.BROUGHT_OVER: ["brought_over", "another"],
}
# The same item again and again, so that people meet on it.
MET: list[Change] = [(question("MKT1"), each) for each in (level(0), level(1), level(3, "Seen"), None)]
SOUND: list[Change] = [*items_of(FULL).items()]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """An item, known to the bank or not, with a value of its kind, or taken back."""
    sort = draw(st.sampled_from(["met", "met", "sound", "wild"]))
    if sort != "wild":
        return draw(st.sampled_from(MET if sort == "met" else SOUND))
    kind = draw(st.sampled_from(ItemKind))
    return Item(kind, draw(st.sampled_from(IDS[kind]))), draw(st.none() | VALUES[kind])

"""A database with everything in it that there can be, made through the store as the program does."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from builders import at_level

from detector.bank_files import example_files, load_bank
from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    answer_item,
    check_change,
    check_sheet,
)
from detector.core.kept_result import kept_result
from detector.core.workshop.workshop import (
    QuestionRound,
    Workshop,
    agree,
    close,
    end,
    open_questions,
    reveal,
    start,
)
from detector.files.assessment import read_assessment
from detector.store import EditConflict, Store
from detector.store.workshops import Ballot, StoredWorkshop

BANK = load_bank()
STAFF, FINANCE = "front_line_staff", "finance"
ODD = "As typed: <b>=1+1</b> é 漢字 \u202e\x07 \"quoted\" '' %s {x} \\n 😀 \u2028 -- ; DROP"
SEVENTEEN_DIGITS = 10.1 + 0.2
QUESTIONS = [question.id for dimension in BANK.dimensions for question in dimension.questions]


@dataclass(frozen=True)
class Filled:
    """What was put in: the keys of assessments that are there, in the bin and deleted, and the three workshops."""

    assessments: tuple[str, ...]
    binned: str
    deleted: str
    ended: StoredWorkshop
    running: StoredWorkshop
    joining: StoredWorkshop


def fill(store: Store) -> Filled:
    """Fill an empty store."""
    examples = tuple(
        store.create(check_sheet(BANK, _example(path)), "Ann é", partial(kept_result, BANK))
        for path in example_files(None)
    )
    odd = _changed_again_and_again(store)
    binned, deleted = (
        store.create(check_sheet(BANK, AnswerSheet(BANK.version, Service(name))), name) for name in ("Binned", "Gone")
    )
    store.bin.put(binned)
    store.delete(deleted, "Ann é")
    ended = _held(store, odd, people=7)
    store.workshops.change(ended.key, end)
    store.eraser.workshop(_held(store, odd, people=2).key)
    running = _held(store, odd, people=6)
    joining = store.workshops.create(odd, Workshop(("MKT1",), (STAFF,)), _today(), _today() + timedelta(90))
    held = [store.workshops.load(each.key) for each in (ended, running, joining)]
    return Filled((*examples, odd), binned, deleted, *held)


def _example(path: Path) -> AnswerSheet:
    return read_assessment(path.read_bytes(), BANK).sheet


def _changed_again_and_again(store: Store) -> str:
    """An assessment with every kind of item, an undo, a conflict, an erased value and an erased name."""
    weight = BANK.dimensions[0].id
    rule = BANK.actions[0].id
    key = store.create(check_sheet(BANK, AnswerSheet(BANK.version, Service(ODD, "Exampleshire", ODD))), ODD)
    for item, value in (
        (answer_item("MKT1"), at_level(3, 2)),
        (answer_item("MKT1"), at_level(1)),
        (answer_item("MKT2"), Answer(AnswerState.DONT_KNOW, note=ODD)),
        (answer_item("MKT3"), Answer(AnswerState.NOT_APPLICABLE, reason=ODD)),
        (Item(ItemKind.FACT, "turnover"), 4_199_999.99),
        (Item(ItemKind.FACT, "staff_headcount"), 120),
        (Item(ItemKind.WEIGHT, weight), SEVENTEEN_DIGITS),
        (Item(ItemKind.PLAN, rule), PlannedAction(ODD, "2027-03-01", done=True)),
    ):
        put(store, key, item, value, "Bo")
    last = store.last_change(key)
    assert last is not None
    store.undo(key, last.number, check_change(BANK, last.item, last.before), "Named Once")
    try:
        put(store, key, answer_item("MKT1"), at_level(0), "Late", seen=0)
    except EditConflict:
        pass
    else:
        raise AssertionError("two editors at once were not noticed")
    store.histories.erase_value(key, store.history(key, answer_item("MKT1"))[0].number, "Ann é")
    assert store.histories.erase_name("Named Once")
    return key


def put(store: Store, key: str, item: Item, value: ItemValue, by: str = "", seen: int | None = None) -> None:
    """Change an item, having seen the latest change of it unless told otherwise."""
    number = store.load(key).revisions.get(item, 0) if seen is None else seen
    store.save(key, check_change(BANK, item, value), number, by)


def _held(store: Store, key: str, people: int) -> StoredWorkshop:
    """A workshop that agreed on one question, and in which another is open; with remarks shown and unread."""
    workshops = store.workshops
    room = Workshop(("MKT1", "MKT2", "MKT3"), (STAFF, FINANCE), free_text=True)
    made = workshops.create(key, room, _today(), _today() + timedelta(90))
    workshops.change(made.key, lambda room: open_questions(start(room), ["MKT1"]))
    for place in range(people):
        workshops.join(made.key, f"{made.key[:8]}-{place}", STAFF if place else FINANCE)
        workshops.cast(Ballot(made.key, f"{made.key[:8]}-{place}", QuestionRound("MKT1", 1), place % 4)).result(20)
    workshops.remarks.write(made.key, f"{made.key[:8]}-0", QuestionRound("MKT1", 1), ODD)
    workshops.remarks.write(made.key, f"{made.key[:8]}-1", QuestionRound("MKT1", 1), "Nobody read this")
    shown = next(remark for remark in workshops.remarks.all(made.key) if remark.text != "Nobody read this")
    workshops.remarks.release(made.key, shown.id)
    for step in (
        partial(close, question_id="MKT1"),
        partial(reveal, question_id="MKT1"),
        partial(agree, question_id="MKT1", level=2, dissent=ODD),
        partial(open_questions, question_ids=["MKT2"]),
    ):
        workshops.change(made.key, step)
    workshops.cast(Ballot(made.key, f"{made.key[:8]}-1", QuestionRound("MKT2", 1), None)).result(20)
    return workshops.load(made.key)


def _today() -> date:
    return datetime.now(UTC).date()

"""Random sheets that use everything a sheet can hold."""

from datetime import date

from files.file_bank import BANK
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    PlannedAction,
    Service,
    WorkshopResult,
)
from detector.core.answers.days import EARLIEST_DAY, LATEST_DAY
from detector.core.text import is_blank

# Everything that may be typed: control, right-to-left and other odd characters, but not NUL or half a character.
TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
GRADES = st.integers(min_value=0, max_value=3)
LINKS = st.lists(st.sampled_from(["https://example.org/a?b=1#c", "http://ex\u00e4mple.org:8080"]), max_size=3).map(
    tuple
)

ANSWERS: SearchStrategy[Answer] = st.one_of(
    st.builds(Answer, st.just(AnswerState.LEVEL), level=GRADES, evidence=GRADES, note=TYPED, links=LINKS),
    st.builds(Answer, st.just(AnswerState.DONT_KNOW), evidence=GRADES, note=TYPED, links=LINKS),
    st.builds(
        Answer,
        st.just(AnswerState.NOT_APPLICABLE),
        evidence=GRADES,
        note=TYPED,
        links=LINKS,
        reason=TYPED.filter(lambda text: not is_blank(text)),
    ),
)
AMOUNTS = st.one_of(st.integers(0, 10**12), st.floats(0.01, 1e12))
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "turnover": AMOUNTS,
        "staff_headcount": st.integers(0, 10**12),
        "staff_fte": AMOUNTS,
        "core_share": st.one_of(st.integers(0, 100), st.floats(0.01, 100)),
        "control": st.sampled_from(["staff_majority", "community", "council"]),
        "finance": st.lists(st.sampled_from(["contracts", "loans", "equity"]), min_size=1, unique=True).map(tuple),
        "partner_equity": st.booleans(),
        "cpv_code": TYPED.filter(lambda text: not is_blank(text)),
        "service_code": st.sampled_from(["92511000", "98513310-7"]),
        "starts_on": st.dates(EARLIEST_DAY, LATEST_DAY).map(date.isoformat),
    },
)
PLANNED: SearchStrategy[PlannedAction] = st.builds(
    PlannedAction,
    owner=TYPED,
    due=st.one_of(st.just(""), st.dates(EARLIEST_DAY, LATEST_DAY).map(date.isoformat)),
    done=st.booleans(),
).filter(lambda planned: planned.owner.strip() != "" or planned.due != "" or planned.done)
FIVE = 5


@st.composite
def workshop_results(draw: st.DrawFn) -> WorkshopResult:
    """What a workshop can have found, kept by this version or an earlier one."""
    people = draw(st.integers(FIVE, 5_000))
    chose = draw(st.none() | st.integers(0, people))
    knows = chose is None or (chose >= FIVE and 2 * chose >= people)
    counted = None if chose is None else draw(st.none() | st.integers(0, min(chose // FIVE, 9)))
    return WorkshopResult(
        held_on=draw(st.dates(EARLIEST_DAY, LATEST_DAY)).isoformat(),
        round=draw(st.integers(1, 2)),
        people=people,
        level=draw(st.none() | GRADES),
        median=draw(st.none() | st.floats(0, 3)) if knows else None,
        agreement=draw(st.none() | st.floats(-1, 1)) if knows else None,
        dissent=draw(TYPED),
        chose=chose,
        dont_know=None if chose is None else people - chose,
        groups_counted=counted,
        groups_apart=draw(st.none() | st.floats(0, 3)) if knows and (counted or 0) > 1 else None,
    )


RESULTS: SearchStrategy[WorkshopResult] = workshop_results()
WEIGHTS = st.fixed_dictionaries({}, optional={"MKT": st.floats(7, 21), "STF": st.integers(5, 15)})

SHEETS: SearchStrategy[AnswerSheet] = st.builds(
    AnswerSheet,
    st.just(BANK.version),
    service=st.builds(Service, name=TYPED, council=TYPED, description=TYPED),
    facts=FACTS,
    weights=WEIGHTS,
    answers=st.fixed_dictionaries({}, optional=dict.fromkeys(["MKT1", "MKT2", "STF1"], ANSWERS)),
    plan=st.fixed_dictionaries({}, optional=dict.fromkeys([rule.id for rule in BANK.actions], PLANNED)),
    workshop=st.fixed_dictionaries({}, optional=dict.fromkeys(["MKT1", "STF1"], RESULTS)),
)

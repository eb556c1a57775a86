from dataclasses import replace

import pytest
from builders import at_level, make_bank, make_dimension, make_sheet
from exports.slides_reading import deck_on
from hypothesis import given, settings
from report.report_parts import EXAMPLES, example
from strategies import cases, real_bank

from detector.charts.points import ChartPoint
from detector.core.answers import AnswerSheet, PlannedAction, Service, empty_sheet
from detector.core.assessment import assess
from detector.core.bank import Bank, GateKind
from detector.report.blocks import Paragraph, Table, Tone
from detector.report.deck import Deck, Slide
from detector.report.deck_slides.result import profile_message
from detector.report.deck_slides.words import MOST_TYPED, quoted_note, shortened
from detector.wording.plain import listed


def slide_called(deck: Deck, slide_id: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == slide_id)


def point(name: str, score: float | None) -> ChartPoint:
    return ChartPoint(name.lower(), f"{name} at length", name, score, 0.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(cases(least=1))
def test_titles_differ_and_every_slide_says_what_to_say(context: tuple[Bank, AnswerSheet]) -> None:
    deck = deck_on(*context)

    titles = [slide.title for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    assert all(slide.title.strip() and slide.blocks and slide.notes.strip() for slide in deck.slides)


@settings(max_examples=60, deadline=None)
@given(cases(least=1))
def test_every_row_of_a_table_has_a_cell_a_column(context: tuple[Bank, AnswerSheet]) -> None:
    tables = [block for slide in deck_on(*context).slides for block in slide.blocks if isinstance(block, Table)]

    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


@pytest.mark.parametrize(
    ("scores", "so", "message"),
    [
        pytest.param({}, "", "", id="no dimension"),
        pytest.param({"Market": None}, "", "", id="no score"),
        pytest.param(
            {"Market": 0.33, "Staff": None}, " so far", "Only Market has a score so far: 33 out of 100", id="one"
        ),
        pytest.param({"Market": 0.33, "Staff": 0.9}, "", "Strongest on Staff (90); weakest on Market (33)", id="two"),
        pytest.param(
            {"Market": 0.5, "Staff": 0.5},
            "",
            "All 2 dimensions with a score stand alike, at 50 out of 100",
            id="all alike",
        ),
        pytest.param(
            {"A": 0.9, "B": 0.9, "C": 0.2, "D": 0.2, "E": 0.2},
            " so far",
            "Strongest so far on A and B (90); weakest on 3 dimensions at 20",
            id="ties",
        ),
        pytest.param(
            {"A": 0.904, "B": 0.9, "C": 0.2}, "", "Strongest on A and B (90); weakest on C (20)", id="as shown"
        ),
    ],
)
def test_the_profile_names_the_strongest_and_the_weakest(
    scores: dict[str, float | None], so: str, message: str
) -> None:
    assert profile_message([point(name, score) for name, score in scores.items()], so=so) == message


def test_nothing_answered_has_no_picture_and_says_so() -> None:
    deck = deck_on(real_bank(), empty_sheet(real_bank()))

    assert [slide.id for slide in deck.slides] == ["opening", "verdict", "gates", "forms", "doing", "method"]
    assert deck.title == "Could this service become a public service mutual?"
    assert slide_called(deck, "verdict").title == "Too early to say: nothing is answered"


def test_a_bank_without_gates_forms_models_and_actions_gives_a_deck_without_them() -> None:
    bank = make_bank([make_dimension("market", ["MKT1"])], gates=[])

    deck = deck_on(bank, make_sheet({"MKT1": 3}))

    assert {"gates", "forms", "models"}.isdisjoint(slide.id for slide in deck.slides)
    assert {"verdict", "profile", "doing", "method"} <= {slide.id for slide in deck.slides}


def test_the_first_two_forms_are_told_unless_it_is_too_early_for_one() -> None:
    for path in EXAMPLES:
        sheet = example(path)
        advice = assess(real_bank(), sheet).forms
        assert advice is not None

        slide = slide_called(deck_on(real_bank(), sheet), "forms")

        names = {form.id: form.name for form in real_bank().forms}
        first = [names[each.form_id] for each in advice.placed][:2]
        assert all(name in slide.title and name in slide.notes for name in first)
        assert bool(first) != advice.too_early
        assert not advice.too_early or advice.too_early_because in slide.notes


def test_what_decides_between_forms_is_asked_for_where_it_is_not_known() -> None:
    sheet = example(next(path for path in EXAMPLES if path.stem == "explore-york-2013"))
    facts = {each: value for each, value in sheet.facts.items() if each != "control"}

    slide = slide_called(deck_on(real_bank(), replace(sheet, facts=facts)), "forms")

    assert slide.title == "No legal form stands before another yet"
    assert "Answer this first." in slide.notes
    assert "Who would control the new body?" in slide.notes


def test_gates_for_which_a_slide_has_no_room_are_counted_on_it_and_told_in_the_notes() -> None:
    slide = slide_called(deck_on(real_bank(), empty_sheet(real_bank())), "gates")

    table, more = slide.blocks
    assert isinstance(table, Table)
    assert more == Paragraph(
        f"And {len(real_bank().gates) - len(table.rows)} more gates, told in the notes.", Tone.QUIET
    )
    assert all(gate.name in slide.notes for gate in real_bank().gates)


def test_staying_in_house_is_always_among_the_models() -> None:
    for path in EXAMPLES:
        table = slide_called(deck_on(real_bank(), example(path)), "models").blocks[0]

        assert isinstance(table, Table)
        assert real_bank().models[0].name in [row[0] for row in table.rows]


def test_planned_owners_and_dates_stand_beside_the_actions_and_done_ones_are_left_out() -> None:
    sheet = example(EXAMPLES[0])
    first, second, *_ = dict.fromkeys(a.rule_id for a in assess(real_bank(), sheet).actions)
    plan = {first: PlannedAction(done=True), second: PlannedAction("Head of\nlibraries " * 20, "2027-03-01")}

    table = slide_called(deck_on(real_bank(), replace(sheet, plan=plan)), "doing").blocks[0]

    assert isinstance(table, Table)
    what = {rule.id: rule.what for rule in real_bank().actions}
    assert table.rows[0] == (f"1. {what[second]}", "Head of libraries Head of libraries…", "1 March 2027")
    assert all(what[first] not in row[0] for row in table.rows)


def test_a_plan_that_has_ended_shows_what_would_open_it_again() -> None:
    failed = next(gate for gate in real_bank().gates if gate.kind is GateKind.HARD)
    sheet = AnswerSheet(real_bank().version, answers={failed.question: at_level(0)})

    slide = slide_called(deck_on(real_bank(), sheet), "doing")
    table = slide.blocks[0]

    assert slide.title == "A hard gate has failed: stop here, unless this changes"
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == [failed.clears_when]


def test_a_provisional_deck_is_never_surer_than_so_far() -> None:
    deck = deck_on(real_bank(), example(EXAMPLES[0]))

    assert deck.provisional
    assert all("so far" in slide_called(deck, slide_id).title for slide_id in ("profile", "gap"))
    assert slide_called(deck, "firmness").title.startswith("Not firm yet")


def test_a_name_with_line_breaks_stands_on_one_line_and_whole_in_the_notes() -> None:
    name = "Libraries\nand archives " * 12
    sheet = replace(empty_sheet(real_bank()), service=Service(name=name))

    deck = deck_on(real_bank(), sheet)

    assert "…" in deck.title
    assert "\n" not in deck.title
    assert " ".join(name.split()) in deck.slides[0].notes


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        pytest.param("short", 10, "short", id="left alone"),
        pytest.param("one  two\nthree", 20, "one two three", id="on one line"),
        pytest.param("one two three", 10, "one two…", id="cut between words"),
        pytest.param("abcdefghijkl", 5, "abcd…", id="cut inside a long word"),
        pytest.param("abc\u200ddef", 5, "ab…", id="never after a joiner"),
    ],
)
def test_typed_text_is_shortened(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


def test_a_note_is_quoted_whole_or_it_is_said_that_it_is_not() -> None:
    assert quoted_note("As\nsaid") == "The note on it says: “As said”"
    assert "10,000 characters" in quoted_note("x" * 10_000)
    assert len(quoted_note("x" * 10_000)) < MOST_TYPED + 250


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], said: str) -> None:
    assert listed(names) == said

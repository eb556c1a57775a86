"""Whatever the room is asked and however many groups there are, the projector shows all of it, large enough."""

from collections.abc import Callable
from functools import partial

import pytest
from journeys.conftest import MakeOfficer
from journeys.halls import on_projector
from journeys.officer import Officer, wait_until_drawn
from journeys.rooms import Held, crowded
from journeys.servers import Server
from journeys.sheets import bank, questions
from journeys.sizes import LARGE, Size
from playwright.sync_api import expect

from detector.core.workshop.workshop import Screen, ScreenKind, agree, close, open_again, open_questions, reveal, show

pytestmark = pytest.mark.browser

SMALL = Size("small projector", 1280, 720)
LEAST_PIXELS = 26
EVERYBODY = tuple(place % 4 for place in range(5 * len(bank().stakeholders)))
LONGEST = max(questions(), key=lambda question: len(question.text) + sum(map(len, question.levels))).id
FIRST_OF_EACH = tuple(dimension.questions[0].id for dimension in bank().dimensions)

FAULTS = """least => {
  const found = [], stage = document.querySelector('.stage, .st-key-picture');
  const words = [...stage.querySelectorAll('*')].filter(each => [...each.childNodes]
    .some(node => node.nodeType === 3 && node.textContent.trim()) && each.getBoundingClientRect().width > 2);
  for (const each of words) {
    const box = each.getBoundingClientRect(), said = each.textContent.slice(0, 40);
    if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1) found.push(`off the screen: ${said}`);
    if (parseFloat(getComputedStyle(each).fontSize) < least) found.push(`too small: ${said}`);
  }
  for (const part of stage.querySelectorAll('.two, .levels')) {
    const end = part.getBoundingClientRect().bottom;
    for (const each of part.querySelectorAll('*'))
      if (each.getBoundingClientRect().bottom > end + 1) found.push(`over the next part: ${each.className}`);
  }
  if (stage.scrollHeight > stage.clientHeight + 1) found.push('scrolls');
  return found;
}"""


def asked(room: Held) -> None:
    room.change(partial(open_questions, question_ids=[LONGEST]))


def shown(room: Held) -> None:
    asked(room)
    room.answered(LONGEST, EVERYBODY)
    room.change(partial(close, question_id=LONGEST), partial(reveal, question_id=LONGEST))


def agreed(room: Held) -> None:
    shown(room)
    room.change(partial(open_again, question_id=LONGEST))
    room.answered(LONGEST, EVERYBODY, 2)
    room.change(partial(close, question_id=LONGEST), partial(reveal, question_id=LONGEST))
    room.change(partial(agree, question_id=LONGEST, level=2, dissent="Some of us see it otherwise. " * 20))


def everything(room: Held, kind: ScreenKind) -> None:
    room.change(partial(open_questions, question_ids=FIRST_OF_EACH))
    for each in FIRST_OF_EACH:
        room.answered(each, EVERYBODY)
        room.change(partial(close, question_id=each), partial(reveal, question_id=each))
    room.change(partial(show, screen=Screen(kind)))


def picture(room: Held) -> None:
    everything(room, ScreenKind.PICTURE)


def divergence(room: Held) -> None:
    everything(room, ScreenKind.DIVERGENCE)


def joining(room: Held) -> None:
    room.change(partial(show, screen=Screen(ScreenKind.JOIN)))


ON_SMALL = [(each, SMALL) for each in (joining, asked, shown, agreed, picture, divergence)]


@pytest.mark.parametrize(
    ("bring_to", "size"),
    [*ON_SMALL, (agreed, LARGE), (picture, LARGE)],
    ids=lambda each: each.name if isinstance(each, Size) else each.__name__,
)
def test_all_of_it_is_on_the_screen(
    server: Server, make_officer: MakeOfficer, bring_to: Callable[[Held], None], size: Size
) -> None:
    room, screen = crowded(server, (LONGEST, *FIRST_OF_EACH)), make_officer(server, size)
    bring_to(room)

    screen.page.goto(f"{server.url}{room.projector}")
    settled(screen)

    assert screen.page.evaluate(FAULTS, LEAST_PIXELS) == []


def settled(screen: Officer) -> None:
    """Wait until the screen is there, with its figure where it has one."""
    on_projector(screen).wait_for()
    wait_until_drawn(screen.page)
    if screen.page.locator(".st-key-picture").count():
        expect(screen.page.locator(".js-plotly-plot:visible")).to_have_count(1)

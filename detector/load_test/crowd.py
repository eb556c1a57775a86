"""Everybody: coming in, answering, going."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from random import Random

from detector.load_test.browser import Browser
from detector.load_test.faults import LoadTestError
from detector.load_test.person import Person
from detector.load_test.plan import Plan
from detector.load_test.record import Record
from detector.load_test.wire import Address

LAST_ANSWERS_SECONDS = 60.0
LONGEST_JOINING = 60.0


@asynccontextmanager
async def everybody_joined(
    plan: Plan, addresses: Sequence[Address], code: str, record: Record
) -> AsyncGenerator[list[Person]]:
    """Everybody inside, each page looking for news; they are spread over the servers.

    Raises:
        LoadTestError: they did not get in, or nothing is open for answers.
    """
    people = [
        Person(number, Browser(addresses[number % len(addresses)]), record, plan.patience)
        for number in range(plan.people)
    ]
    pages: list[asyncio.Task[None]] = []
    try:
        await _come_in(people, plan, code, record, pages)
        yield people
    finally:
        for page in pages:
            page.cancel()
        for person in people:
            person.leave()


async def everybody_answers(people: Sequence[Person], plan: Plan) -> None:
    """Every answer of the plan, sent and waited for."""
    answering = [asyncio.create_task(_answer(person, plan, number)) for number, person in enumerate(people)]
    _, late = await asyncio.wait(answering, timeout=plan.answering_seconds + LAST_ANSWERS_SECONDS)
    for task in late:
        task.cancel()


async def _come_in(
    people: Sequence[Person], plan: Plan, code: str, record: Record, pages: list[asyncio.Task[None]]
) -> None:
    async def after_a_while(number: int, person: Person) -> None:
        await asyncio.sleep(plan.joining_seconds * number / plan.people)
        await person.join(code)
        pages.append(asyncio.create_task(person.look_for_news()))

    try:
        async with asyncio.timeout(plan.joining_seconds + LONGEST_JOINING):
            await asyncio.gather(*(after_a_while(number, person) for number, person in enumerate(people)))
    except TimeoutError:
        raise LoadTestError(_not_in(people, record)) from None
    if not any(person.rounds for person in people):
        raise LoadTestError(
            "No question is open for answers. Start the workshop, open some questions, then try again."
        )


def _not_in(people: Sequence[Person], record: Record) -> str:
    inside = sum(1 for person in people if person.rounds)
    wrong = ", ".join(f"{kind} {times}x" for kind, times in record.errors.most_common(3))
    return f"Only {inside} of {len(people)} people got in ({wrong}). Check the server's address and the code."


async def _answer(person: Person, plan: Plan, number: int) -> None:
    """One person's answers: the first after a moment of their own, so that not all answer at once."""
    moment = Random(number).random()  # noqa: S311 - a moment to answer at, no secret
    await asyncio.sleep(moment * min(plan.every, plan.answering_seconds))
    if plan.burst:
        return await person.answer()
    end = asyncio.get_running_loop().time() + plan.seconds - moment * plan.every
    while (now := asyncio.get_running_loop().time()) < end:
        await person.answer()
        await asyncio.sleep(max(0.0, now + plan.every - asyncio.get_running_loop().time()))
    return None

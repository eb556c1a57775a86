"""Which functions may leave the council: a line for each kind of service, and a source unless it asks."""

from collections.abc import Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank, FactKind
from detector.core.bank.words import Leaves, Words
from detector.core.errors import Problem
from detector.core.messages import shown

LIST: Path = ("words", "functions")


def function_problems(bank: Bank, words: Words) -> Iterator[Problem[Path]]:
    """Kinds of service without a line, lines about something else, and lines that are not what they say."""
    facts = {fact.id: fact for fact in bank.facts}
    fact = facts.get(words.functions.fact)
    if fact is not None and fact.kind is not FactKind.CHOICE:
        yield Problem((*LIST, "fact"), f"'{fact.id}' is no choice.", "Name a fact of kind 'choice'.")
    elif fact is not None:
        yield from _options(words, [option.id for option in fact.options])
    for at, line in enumerate(words.functions.lines):
        asks, says = line.leaves is Leaves.ASK, line.says
        if asks and not says.take_advice:
            remedy = "Write 'take_advice: true' under 'says'."
            yield Problem((*LIST, "lines", at, "says"), "a line that asks states nothing.", remedy)
        elif not asks and (says.take_advice or says.judgement):
            remedy = "Give 'sources' and 'checked_on' alone, or write 'leaves: ask'."
            yield Problem((*LIST, "lines", at, "says"), "what the law lets leave rests on a source.", remedy)


def _options(words: Words, known: list[str]) -> Iterator[Problem[Path]]:
    named: set[str | bool] = set()
    for at, line in enumerate(words.functions.lines):
        if line.when.fact != words.functions.fact:
            remedy = f"Write {{fact: {words.functions.fact}, is_one_of: [...]}}."
            yield Problem((*LIST, "lines", at, "when"), "a line is about kinds of service.", remedy)
        named.update(line.when.is_one_of or ())
    for option in known:
        if option not in named:
            remedy = "Add it to a line; where nothing is known, to one that asks."
            yield Problem((*LIST, "lines"), f"no line is about {shown(option)}.", remedy)

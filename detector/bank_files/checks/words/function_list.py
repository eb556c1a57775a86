"""Which functions may leave the council: a line for each kind of service, and a source unless it asks."""

from collections.abc import Iterator

from detector.bank_files.checks.problem import right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank, FactKind
from detector.core.bank.words import Leaves, Words
from detector.core.errors import Problem
from detector.core.messages import shown

LIST: Path = ("words", "functions")


def function_problems(bank: Bank, words: Words) -> Iterator[Problem[Path]]:
    """Kinds of service that are not there or have no line, and lines that are not what they say."""
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
    named: set[str] = set()
    for at, line in enumerate(words.functions.lines):
        for number, option in enumerate(line.options):
            named.add(option)
            if option not in known:
                path = (*LIST, "lines", at, "options", number)
                yield Problem(path, f"there is no option {shown(option)}.", right_word(option, known, "option"))
    for option in known:
        if option not in named:
            remedy = "Add it to the 'options' of a line; where nothing is known, of one that asks."
            yield Problem((*LIST, "lines"), f"no line is about {shown(option)}.", remedy)

"""Whether each test in a condition is about something there is, in a way that fits it."""

from collections.abc import Iterator

from detector.bank_files.checks.conditions import Asked, can_hold, each_test, everything_asked, is_number, subject
from detector.bank_files.checks.problem import Mistake, Path, Unread, item_mistake, right_word
from detector.core.bank import LEVELS, AnswerIs, Bank, FactKind
from detector.core.conditions import Mention
from detector.core.messages import one_of, shown


def unfit_tests(bank: Bank, unread: Unread) -> Iterator[Mistake]:
    """Every test that names nothing or something unknown, or does not fit what it names."""
    asked = everything_asked(bank)
    for entry in asked.values():
        if entry.when is None:
            continue
        for path, test in each_test((*entry.path, "when"), entry.when):
            about = subject(test)
            if about is None:
                remedy = "Write either 'question: ...' or 'fact: ...'."
                yield Mistake(path, "a test names one question or one fact.", remedy)
            elif about in asked:
                yield from misfits_of(path, test, asked[about])
            elif about[1] not in unread.words:
                yield unknown_subject(path, about, asked)


def unknown_subject(path: Path, about: Mention, asked: dict[Mention, Asked]) -> Mistake:
    """A test of something that there is not."""
    kind, wanted = about
    known = [its_id for its_kind, its_id in asked if its_kind == kind]
    return Mistake((*path, kind), f"there is no {kind} {shown(wanted)}.", right_word(wanted, known, kind))


def misfits_of(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Mistake]:
    """What is wrong with a test of something that is asked."""
    if asked.fact is not None and asked.fact.kind is FactKind.TEXT:
        yield Mistake(path, f"{asked.words} is a text, which no condition can test.", "Test something else.")
        return
    keys = {"at_least": test.at_least, "under": test.under, "is_one_of": test.is_one_of}
    given = [key for key, value in keys.items() if value is not None]
    right = ["at_least", "under"] if is_number(asked) else ["is_one_of"]
    if not given:
        yield Mistake(path, "nothing is tested.", f"Add {' or '.join(map(shown, right))}.")
    for key in given:
        if key not in right:
            remedy = f"Use {' or '.join(map(shown, right))}."
            yield Mistake((*path, key), f"'{key}' does not fit {asked.words}.", remedy)
    if given and set(given) <= set(right):
        yield from _value_mistakes(path, test, asked)


def _value_mistakes(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Mistake]:
    misfits = list(_level_mistakes(path, test) if asked.fact is None else _choice_mistakes(path, test, asked))
    yield from misfits
    if not misfits and not can_hold(asked, [test]):
        yield Mistake(path, "this can never be true.", "Make 'under' larger than 'at_least' and the smallest answer.")


def _level_mistakes(path: Path, test: AnswerIs) -> Iterator[Mistake]:
    for key, value in (("at_least", test.at_least), ("under", test.under)):
        if value is not None and value not in range(LEVELS):
            yield Mistake((*path, key), f"{value:g} is not a level.", "Levels are 0, 1, 2 and 3.")


def _choice_mistakes(path: Path, test: AnswerIs, asked: Asked) -> Iterator[Mistake]:
    if asked.fact is None or test.is_one_of is None:
        return
    if not test.is_one_of:
        yield Mistake((*path, "is_one_of"), "the list is empty.", "Name at least one answer.")
    options = [option.id for option in asked.fact.options]
    for position, value in enumerate(test.is_one_of):
        where = (*path, "is_one_of", position)
        if value in test.is_one_of[:position]:
            yield item_mistake(where, value)
        elif asked.fact.kind is FactKind.YES_NO:
            if not isinstance(value, bool):
                fault = f"{asked.words} takes true or false, not {shown(value)}."
                yield Mistake(where, fault, "Write true or false, without quotes.")
        elif isinstance(value, bool):
            fault = f"{asked.words} takes an option, not {str(value).lower()}."
            yield Mistake(where, fault, one_of(options))
        elif value not in options:
            fault = f"{asked.words} has no option {shown(value)}."
            yield Mistake(where, fault, right_word(value, options, "option"))

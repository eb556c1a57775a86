"""Random sheets of a bank, by number: any answers to any of its questions, and any facts, weak and strong alike."""

import random

from builders import DONT_KNOW, not_applicable

from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue
from detector.core.bank import Bank, FactKind, FactQuestion

# What makes a council: how often its answers are 0 to 3. Few random sheets would be suited to a mutual otherwise.
COUNCILS = ((1, 1, 1, 1), (5, 20, 45, 30), (15, 35, 35, 15), (1, 2, 10, 40), (0, 0, 1, 9))
HOW_MUCH_IS_KNOWN = (0.2, 0.6, 0.9, 1.0, 1.0)
NOT_APPLICABLE = 0.02


def random_sheet(bank: Bank, number: int) -> AnswerSheet:
    """The sheet of that number: always the same for the same bank."""
    chance = random.Random(f"sheet {number}")
    levels = chance.choice(COUNCILS)
    known, known_facts = chance.choice(HOW_MUCH_IS_KNOWN), chance.choice(HOW_MUCH_IS_KNOWN)
    questions = [question.id for part in bank.dimensions for question in part.questions]
    answers = {each: _answer(chance, levels) for each in questions if chance.random() < known}
    facts = {fact.id: _value(chance, bank, fact) for fact in bank.facts if chance.random() < known_facts}
    return AnswerSheet(bank.version, facts=facts, answers=answers)


def _answer(chance: random.Random, levels: tuple[int, ...]) -> Answer:
    dice = chance.random()
    if dice < NOT_APPLICABLE:
        return not_applicable()
    if dice < 2 * NOT_APPLICABLE:
        return DONT_KNOW
    return Answer(AnswerState.LEVEL, chance.choices(range(4), levels)[0], evidence=chance.randrange(4))


def _value(chance: random.Random, bank: Bank, fact: FactQuestion) -> FactValue:
    options = [option.id for option in fact.options]
    match fact.kind:
        case FactKind.CHOICE:
            return chance.choice(options)
        case FactKind.CHOICES:
            return tuple(sorted(chance.sample(options, chance.randint(1, len(options)))))
        case FactKind.YES_NO:
            return chance.choice([True, False])
        case FactKind.DATE:
            return f"20{chance.randint(26, 29)}-{chance.randint(1, 12):02}-01"
        case FactKind.CODE:
            return chance.choice([*_listed_codes(bank), "99999999"])
        case _:
            return chance.choice([0, 3, 50, 90] if fact.kind is FactKind.PERCENT else [3, 40, 150_000, 700_000])


def _listed_codes(bank: Bank) -> list[str]:
    categories = bank.code_list.categories if bank.code_list else ()
    return [each.code for category in categories for each in category.codes]

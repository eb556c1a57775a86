"""How often each model comes first, and what a council must value for that."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import Bank
from detector.core.bank.appraisal import AppraisalRules
from detector.core.options.drawing import Numbers, Valued
from detector.core.options.results import Places, WinsWhen

Wins = NDArray[np.bool_]


def choice_places(bank: Bank, rules: AppraisalRules, drawn: Valued, choices: Sequence[int]) -> dict[int, Places]:
    """The places of the models that are a choice, by their position among all; first places add up to 1."""
    order = np.argsort(-drawn.values[choices], axis=0, kind="stable")
    found: dict[int, Places] = {}
    for row, position in enumerate(choices):
        wins = order[0] == row
        first_two = float((order[:2] == row).any(axis=0).mean())
        meaning = _wins_when(bank, rules, drawn, choices, position, wins)
        found[position] = Places(float(wins.mean()), first_two, None, meaning)
    return found


def held_places(bank: Bank, rules: AppraisalRules, drawn: Valued, choices: Sequence[int], held: int) -> Places:
    """A held model's share of first places, if it alone joined the models that are a choice."""
    joined = [*choices, held]
    wins = _first(drawn.values[joined]) == len(choices)
    return Places(None, None, float(wins.mean()), _wins_when(bank, rules, drawn, joined, held, wins))


def _first(values: Numbers) -> NDArray[np.int64]:
    """The row with the highest value in each column; of equals the earliest."""
    return values.argmax(axis=0)


def _wins_when(
    bank: Bank, rules: AppraisalRules, drawn: Valued, choices: Sequence[int], position: int, wins: Wins
) -> WinsWhen | None:
    """What must be valued for a model to win among the choices; None where it wins too seldom to say."""
    if wins.sum() < rules.fewest_wins:
        return None
    winning = drawn.weights[:, wins].mean(axis=1)
    times_usual = winning / drawn.weights.mean(axis=1)
    decisive = [int(at) for at in np.argsort(-times_usual, kind="stable") if times_usual[at] >= rules.must_value]
    under_them = _first((winning @ drawn.levels)[choices])
    return WinsWhen(
        tuple(bank.appraisal_criteria[at].id for at in decisive),
        float((under_them == list(choices).index(position)).mean()),
    )

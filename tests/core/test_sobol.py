"""What an answer decides is its total effect, as an independent library's Sobol indices have it."""

import numpy as np
import pytest
from builders import make_bank, make_dimension, make_gate, make_question, make_sheet
from numpy.typing import NDArray
from scipy.stats import sobol_indices, uniform  # pyright: ignore[reportUnknownVariableType]

from detector.core.bank import GateKind
from detector.core.gates import gate_results
from detector.core.robustness.drawn_sheets import DrawnSheets, decides, drawn_sheets, ways
from detector.core.robustness.draws import every_way
from detector.core.scoring import score_dimensions

BASE_POINTS = 16_384
BANK = make_bank(
    [
        make_dimension("head", ["Q0", make_question("Q1", weight=2), "Q2"], weight=40, headline=True),
        make_dimension("rest", ["Q3", make_question("Q4", weight=3), "Q5"], weight=60),
    ],
    gates=[make_gate("Q2"), make_gate("Q5", GateKind.AMBER)],
)


def drawn() -> DrawnSheets:
    """A sheet with one answer of six known."""
    sheet = make_sheet({"Q0": 2})
    return drawn_sheets(BANK, score_dimensions(BANK, sheet), gate_results(BANK, sheet))


def ranks_of(found: DrawnSheets, levels: NDArray[np.int8]) -> NDArray[np.int64]:
    """The ranks of the sheet with its unknown answers at these levels."""
    return ways(found.rules, found.row, found.unknown, levels).ranks


@pytest.mark.long
@pytest.mark.parametrize("question", [f"Q{n}" for n in range(1, 6)])
def test_what_an_answer_decides_is_its_total_effect(question: str) -> None:
    """With an answer at its worst or best, each as likely, what it changes is four times its unnormalised effect.

    That is so for "the verdict is at least this", one target for each verdict; they add up to how many verdicts it
    moves, and it decides wherever it moves any.
    """
    found = drawn()
    column = found.unknown.question_ids.index(question)

    def reached(x: NDArray[np.float64]) -> NDArray[np.float64]:
        levels = np.floor(x.T * 4).clip(0, 3).astype(np.int8)
        levels[:, column] = np.where(x[column] < 0.5, 0, 3)
        ranks = ranks_of(found, levels)
        return np.array([ranks >= target for target in range(1, len(found.rules.verdicts))], dtype=np.float64)

    indices = sobol_indices(func=reached, n=BASE_POINTS, dists=[uniform()] * len(found.unknown.question_ids), rng=1)
    everywhere = reached(np.random.default_rng(2).random((len(found.unknown.question_ids), 100_000)))
    effects = 4 * np.nan_to_num(indices.total_order)[:, column] * everywhere.var(axis=1)

    counted = every_way(len(found.unknown.question_ids))
    worst, best = counted.copy(), counted.copy()
    worst[:, column], best[:, column] = 0, 3
    moved = ranks_of(found, best) - ranks_of(found, worst)
    assert float(effects.sum()) == pytest.approx(float(moved.mean()), abs=0.02)
    assert decides(found)[question] == float((moved > 0).mean())

"""How many verdicts come out otherwise than in another version: of simulated councils, stories and examples.

    git worktree add ../before 35577dd
    python tests/benchmarks/verdicts_before_and_after.py ../before . [--sheets 10000]

Each version is asked in a process of its own, from its own folder, so that no copy of old rules stays in the product.
A simulated council answers everything, with documents, in a council that is not reorganised and a service that no
regulator watches. Its answers are drawn from correlated normals: 0.3 over the whole sheet and 0.5 within a dimension.
The tables show how the rules behave. They say nothing about real councils.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from detector.core.answers import AnswerSheet
    from detector.core.bank import Bank
    from detector.core.verdict.verdict import Verdict

MARGINALS = {"hopeful": (0.05, 0.20, 0.45, 0.30), "middling": (0.15, 0.35, 0.35, 0.15)}
"""How many answers stand at levels 0, 1, 2 and 3."""
OVERALL, WITHIN = 0.3, 0.5
FACTS = {"reorganisation": "not_affected", "service_kind": "libraries_museums"}
SEED = 2026


class Told(TypedDict):
    """What one version says: how often each verdict and rule came out, and the labels of stories and examples."""

    bank: str
    drawn: dict[str, dict[str, int]]
    stories: dict[str, str]
    examples: dict[str, str]


def tell(sheets: int) -> Told:
    """What the version in the working folder says."""
    sys.path[:0] = [str(Path.cwd()), str(Path.cwd() / "tests")]
    from detector.bank_files import load_bank

    bank = load_bank()
    return {
        "bank": bank.version,
        "drawn": {name: dict(_drawn(bank, levels, sheets)) for name, levels in MARGINALS.items()},
        "stories": dict(_stories(bank)),
        "examples": dict(_examples(bank)),
    }


def _drawn(bank: Bank, marginals: tuple[float, ...], sheets: int) -> Counter[str]:
    """How often each verdict comes out, and by which rule."""
    import numpy as np

    from detector.core.answers import Answer, AnswerSheet, AnswerState

    random = np.random.default_rng(SEED)
    places = [at for at, part in enumerate(bank.dimensions) for _ in part.questions]
    ids = [question.id for part in bank.dimensions for question in part.questions]
    normal = (
        random.normal(size=(sheets, 1)) * OVERALL**0.5
        + random.normal(size=(sheets, len(bank.dimensions)))[:, places] * (WITHIN - OVERALL) ** 0.5
        + random.normal(size=(sheets, len(ids))) * (1 - WITHIN) ** 0.5
    )
    cuts = np.quantile(random.normal(size=1_000_000), np.cumsum(marginals)[:-1])
    kept = {key: value for key, value in FACTS.items() if key in {fact.id for fact in bank.facts}}
    answer = [Answer(AnswerState.LEVEL, level=level, evidence=2) for level in range(4)]
    counts: Counter[str] = Counter()
    drawn: list[list[int]] = (normal[:, :, np.newaxis] > cuts).sum(axis=2).tolist()
    for row in drawn:
        answers = {key: answer[level] for key, level in zip(ids, row, strict=True)}
        verdict = _verdict(bank, AnswerSheet(bank_version=bank.version, answers=answers, facts=kept))
        held = verdict.id != verdict.uncapped
        rule = next(cap.rule.value for cap in verdict.caps if cap.at_most == verdict.id) if held else "the score alone"
        counts[f"{verdict.id} by {rule}"] += 1
    return counts


def _verdict(bank: Bank, sheet: AnswerSheet) -> Verdict:
    from detector.core.gates import gate_results
    from detector.core.scoring import combine, score_dimensions
    from detector.core.verdict.verdict import decide

    dimensions = score_dimensions(bank, sheet)
    return decide(bank, combine("overall", dimensions), dimensions, gate_results(bank, sheet))


def _stories(bank: Bank) -> Iterator[tuple[str, str]]:
    from scenarios.scenario import read_scenario

    for file in sorted(Path("tests/scenarios").glob("*.yaml")):
        yield file.stem, _in_words(bank, read_scenario(file).sheet(bank))


def _examples(bank: Bank) -> Iterator[tuple[str, str]]:
    from detector.files.assessment import read_assessment

    for file in sorted(Path("questions/examples").glob("*.json")):
        yield file.stem, _in_words(bank, read_assessment(file.read_bytes(), bank).sheet)


def _in_words(bank: Bank, sheet: AnswerSheet) -> str:
    from detector.core.assessment import assess

    found = assess(bank, sheet)
    score = "no score" if found.overall.score is None else f"{found.overall.score * 100:.0f}"
    return f"{found.verdict.label} ({score})"


def ask(folder: Path, sheets: int) -> Told:
    """What the version in a folder says, asked there."""
    command = [sys.executable, str(Path(__file__).resolve()), "--tell", "--sheets", str(sheets)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def show(before: Told, after: Told, sheets: int) -> None:
    """Print the tables."""
    for name in MARGINALS:
        print(f"\n{name}: of 100 complete sheets ({sheets} drawn)  {before['bank']:>10}  {after['bank']:>10}")
        keys = {*before["drawn"][name], *after["drawn"][name]}
        for verdict in sorted({key.partition(" by ")[0] for key in keys}):
            _row(verdict, [_share(each["drawn"][name], f"{verdict} by ", sheets) for each in (before, after)])
            for key in sorted(key for key in keys if key.startswith(f"{verdict} by ")):
                rule = key.partition(" by ")[2]
                _row(f"    {rule}", [_share(each["drawn"][name], key, sheets) for each in (before, after)])
    for kind in ("stories", "examples"):
        print(f"\n{kind}")
        for key in sorted({*before[kind], *after[kind]}):
            old, new = before[kind].get(key, "-"), after[kind].get(key, "-")
            print(f"{'  ' if old == new else '* '}{key}: {old}  ->  {new}")


def _share(counts: dict[str, int], beginning: str, sheets: int) -> str:
    return f"{100 * sum(count for key, count in counts.items() if key.startswith(beginning)) / sheets:.1f}"


def _row(name: str, shares: list[str]) -> None:
    print(f"{name:<45}{shares[0]:>12}{shares[1]:>12}")


def main() -> None:
    """Compare two folders, or tell what the one we stand in says."""
    asked = argparse.ArgumentParser(description="Verdicts of two versions, side by side.")
    asked.add_argument("folders", nargs="*", type=Path, help="the version before, and the one after")
    asked.add_argument("--sheets", type=int, default=10_000)
    asked.add_argument("--tell", action="store_true", help="tell what the version in this folder says")
    given = asked.parse_args()
    if given.tell:
        print(json.dumps(tell(given.sheets)))
        return
    before, after = (ask(folder, given.sheets) for folder in given.folders)
    show(before, after, given.sheets)


if __name__ == "__main__":
    main()

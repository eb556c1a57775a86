"""`compare`: several assessment files side by side."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from detector.cli.block_text import block_text
from detector.cli.check import bank_in_use
from detector.cli.input_file import read_input
from detector.core.assessment import Assessment, assess
from detector.core.errors import FileError, Problem
from detector.core.portfolio import Portfolio
from detector.core.portfolio import compare as compare_services
from detector.core.text import one_line
from detector.report.blocks import Block, Bullets, Column, Paragraph, Table
from detector.wording.portfolio import COMPARED, before_sentence, of_100
from detector.wording.result import band_label, score_cells


def compare(names: Sequence[str], *, as_json: bool) -> int:
    """Print how the services of these files stand to each other, for people or as JSON.

    Raises:
        FileError: with every problem in a file, or where one is named twice.
        BankError: if the bank has problems.

    """
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled is not None:
        raise FileError([Problem(doubled, "This file is named twice.", "Name each file once.")])
    bank = bank_in_use()
    found = {name: assess(bank, read_input(name, bank).sheet) for name in names}
    portfolio = compare_services(bank, {name: each.drawn for name, each in found.items()})
    if as_json:
        print(json.dumps(_as_json(found, portfolio), indent=2))
    else:
        print("\n\n".join(block_text(block) for block in _blocks(found, portfolio)))
    return 0


def _blocks(found: Mapping[str, Assessment], portfolio: Portfolio) -> Iterator[Block]:
    titles = {name: _title(name, each) for name, each in found.items()}
    yield Paragraph(COMPARED)
    columns = (Column("Service"), Column("Verdict"), Column("Score"), Column("Range"), Column("Before the others"))
    rows = tuple((titles[name], *_cells(found[name], portfolio.mean[name])) for name in portfolio.services)
    yield Table("services", "Services", columns, rows)
    pairs = combinations(portfolio.services, 2)
    yield Bullets(
        tuple(before_sentence(titles[one], titles[other], portfolio.before[one, other]) for one, other in pairs)
    )


def _cells(found: Assessment, mean: float | None) -> tuple[str, str, str, str]:
    score, between = score_cells(found.overall)
    return band_label(found.bank, found.verdict.id), score, between, "" if mean is None else of_100(mean)


def _title(name: str, found: Assessment) -> str:
    """What a service is called: by its own name, with its file beside it, for two may have one name."""
    own, file = one_line(found.sheet.service.name), Path(name).name
    return f"{own} ({file})" if own.strip() else file


def _as_json(found: Mapping[str, Assessment], portfolio: Portfolio) -> dict[str, object]:
    def of_100_or_none(value: float | None) -> float | None:
        return None if value is None else value * 100

    return {
        "services": [
            {
                "file": name,
                "name": found[name].sheet.service.name,
                "bank_version": found[name].bank_version,
                "verdict": found[name].verdict.id,
                "score": of_100_or_none(found[name].overall.score),
                "low": of_100_or_none(found[name].overall.low),
                "high": of_100_or_none(found[name].overall.high),
                "before_others": of_100_or_none(portfolio.mean[name]),
            }
            for name in portfolio.services
        ],
        "pairs": [
            {"before": one, "after": other, "of_100": portfolio.before[one, other] * 100}
            for one, other in combinations(portfolio.services, 2)
        ],
    }

"""What holds for every format alike: any text, many at once, and the same file from the same answers and day."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from exports.hostile import NEVER_KEPT, TEXTS, everything_hostile, hostile_sheet
from exports.reading import is_of_kind
from journeys.sheets import example
from strategies import real_bank

from detector.core.answers import AnswerSheet, empty_sheet
from detector.core.assessment import assess
from detector.exports.export import make
from detector.exports.formats import FORMATS, FormatId
from detector.report.blocks import Length
from detector.report.context import ReportContext

BANK = real_bank()
DAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
MADE = [(made.id, length) for made in FORMATS for length in made.lengths or (Length.FULL,)]
# Each formula by itself is tried on the two formats that could run one: here they come all together.
TRIED = {name: text for name, text in TEXTS.items() if not name.startswith("formula ")}
# The PDF and the two JSON files carry the assessment file, which cannot hold these.
WITHOUT_A_FILE_INSIDE = [FormatId.WORD, FormatId.PAGE, FormatId.SLIDES, FormatId.WORKBOOK, FormatId.TABLE]
DIGESTS = """
import hashlib
from datetime import date
from exports.test_all_formats import MADE, context
from journeys.sheets import example
from detector.exports.export import make

given = context(example("leading-lives-2011"))
for format_id, length in MADE:
    print(format_id, length, hashlib.sha256(make(given, format_id, length)).hexdigest())
"""


def context(sheet: AnswerSheet) -> ReportContext:
    return ReportContext(BANK, sheet, assess(BANK, sheet), DAY)


def files_of(sheet: AnswerSheet) -> dict[tuple[FormatId, Length], bytes]:
    given = context(sheet)
    return {(format_id, length): make(given, format_id, length) for format_id, length in MADE}


def unsound(files: dict[tuple[FormatId, Length], bytes]) -> list[tuple[FormatId, Length]]:
    return [made for made, data in files.items() if not is_of_kind(data, made[0])]


@pytest.mark.parametrize("text", TRIED.values(), ids=TRIED.keys())
def test_no_text_breaks_a_format(text: str) -> None:
    assert unsound(files_of(hostile_sheet(BANK, text))) == []


def test_no_mixture_of_texts_breaks_a_format() -> None:
    assert unsound(files_of(everything_hostile(BANK))) == []


@pytest.mark.parametrize("format_id", WITHOUT_A_FILE_INSIDE)
@pytest.mark.parametrize("text", NEVER_KEPT.values(), ids=NEVER_KEPT.keys())
def test_not_even_a_text_that_no_file_can_hold(text: str, format_id: FormatId) -> None:
    data = make(context(hostile_sheet(BANK, text)), format_id, Length.FULL)

    assert is_of_kind(data, format_id)


def test_nothing_answered_is_a_file_too() -> None:
    assert unsound(files_of(empty_sheet(BANK))) == []


def test_eight_at_once_each_make_their_own() -> None:
    given = [context(sheet) for sheet in (example("told-no"), example("explore-york-2013"))]
    asked = [(each, format_id, length) for each in given for format_id, length in MADE]
    alone = [make(*each) for each in asked]

    with ThreadPoolExecutor(8) as eight:
        together = list(eight.map(make, *zip(*asked, strict=True)))

    assert [each[1:] for each, one, other in zip(asked, alone, together, strict=True) if one != other] == []


def test_the_same_answers_and_day_give_the_same_bytes_in_any_process() -> None:
    said = [_digests(seed) for seed in ("1", "4242")]

    assert len(said[0]) == len(MADE)
    assert said[0] == said[1]


def test_another_day_is_another_file() -> None:
    given = context(example("told-no"))
    later = replace(given, on=date(2027, 2, 3))
    dated = [made for made in MADE if made[0] not in {FormatId.ASSESSMENT, FormatId.RESULT}]

    assert [made for made in dated if make(given, *made) == make(later, *made)] == []


def _digests(seed: str) -> list[str]:
    """The digest of each file, made in a process of its own whose sets and dictionaries are ordered otherwise."""
    surroundings = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = (sys.executable, "-c", DIGESTS)
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=surroundings, text=True)
    return done.stdout.splitlines()

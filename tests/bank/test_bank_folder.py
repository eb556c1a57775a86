"""What a bank's files may look like on somebody's disk."""

from pathlib import Path

import pytest
from bank.broken_bank import SMALL_BANK, copy_small_bank, problems_in

from detector.bank_files import bank_counts, load_bank
from detector.bank_files.text_file import LARGEST_BYTES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_small_bank(tmp_path)


def test_a_bank_is_counted_in_one_line() -> None:
    bank = load_bank(SMALL_BANK)

    counts = bank_counts(bank)

    assert counts == (
        "Bank 2026.2: 2 dimensions, 3 questions (2 in the quick scan), 1 gate, 6 fact questions, 2 actions, 3 sources."
    )


def test_dimensions_stand_in_the_order_of_the_list(folder: Path) -> None:
    rules = folder / "bank.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("[market, staff]", "[staff, market]"), encoding="utf-8")

    bank = load_bank(folder)

    assert [dimension.id for dimension in bank.dimensions] == ["STF", "MKT"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"", b"\xef\xbb\xbf", id="a byte order mark, as Notepad writes"),
        pytest.param(b"\n", b"\r\n", id="the line ends of Windows"),
    ],
)
def test_files_saved_on_windows_say_the_same(folder: Path, before: bytes, after: bytes) -> None:
    for path in folder.rglob("*.yaml"):
        content = path.read_bytes()
        path.write_bytes(content.replace(before, after) if before else after + content)

    bank = load_bank(folder)

    assert bank == load_bank(SMALL_BANK)


@pytest.mark.parametrize(
    "name", ["bank.yaml", "gates.yaml", "facts.yaml", "actions.yaml", "sources.yaml", "dimensions/staff.yaml"]
)
def test_a_missing_file_is_said_once_without_what_follows_from_it(folder: Path, name: str) -> None:
    (folder / name).unlink()

    problems = problems_in(folder)

    listed = "bank.yaml:4: there is no file dimensions/staff.yaml. Use one of: market."
    missing = f"{name}: this file is missing. Put it back, or undo what removed it."
    assert problems == [listed if name.startswith("dimensions/") else missing]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    problems = problems_in(tmp_path / "nowhere")

    assert problems == [f"{tmp_path / 'nowhere'}: there is no such folder. Name the folder of a bank."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "gates.yaml: this file is empty. Bring back the file you had before.", id="nothing"),
        pytest.param(
            b"# only this\n", "gates.yaml: this file is empty. Bring back the file you had before.", id="a comment"
        ),
        pytest.param(b"gates", "gates.yaml: this file holds no keys. Write 'key: value' lines.", id="a word"),
        pytest.param(
            "gates:\n- id: a".encode("utf-16"),
            "gates.yaml: this is not UTF-8 text. Save the file with the encoding UTF-8.",
            id="UTF-16",
        ),
        pytest.param(
            "gates:\n- id: gräfin".encode("latin-1"),
            "gates.yaml:2: this is not UTF-8 text. Save the file with the encoding UTF-8.",
            id="Latin-1",
        ),
        pytest.param(
            b"#" * (LARGEST_BYTES + 1),
            "gates.yaml: this file is larger than 2 MB. Bring back the file you had before.",
            id="more than 2 MB",
        ),
    ],
)
def test_a_file_of_something_else_is_refused_plainly(folder: Path, content: bytes, said: str) -> None:
    (folder / "gates.yaml").write_bytes(content)

    problems = problems_in(folder)

    assert problems == [said]


def test_a_folder_in_place_of_a_file_is_refused_plainly(folder: Path) -> None:
    (folder / "gates.yaml").unlink()
    (folder / "gates.yaml").mkdir()

    problems = problems_in(folder)

    assert len(problems) == 1
    assert problems[0].startswith("gates.yaml: this file cannot be read: ")


@pytest.mark.parametrize("name", ["forms.yml", "examples/one.yaml", "GATES.YAML"])
def test_a_yaml_file_nobody_refers_to_is_named(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("anything: here", encoding="utf-8")

    problems = problems_in(folder)

    assert problems == [f"{name}: nothing refers to this file. Take it away."]


@pytest.mark.parametrize("name", ["README.md", "examples/one.json", "Thumbs.db", ".gates.yaml.swp", "gates.yaml~"])
def test_other_files_may_lie_beside_the_bank(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("anything", encoding="utf-8")

    problems = problems_in(folder)

    assert problems == []


def test_names_that_repeat_themselves_are_never_expanded(folder: Path) -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{row}: &a{row} [{', '.join([f'*a{row - 1}'] * 9)}]" for row in range(1, 30))]
    (folder / "gates.yaml").write_text("\n".join(rows), encoding="utf-8")

    problems = problems_in(folder)

    assert sum("means something special in YAML" in problem for problem in problems) == 30 + 29 * 9

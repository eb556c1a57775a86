"""The files of a bank folder, read into one tree."""

from pathlib import Path as FilePath

from detector.bank_files.listed_files import LISTED, note_strays, read_listed
from detector.bank_files.reading import BANK_FILE, Reading, read_keys
from detector.bank_files.tree import Items, Keys, Place
from detector.core.bank import Bank
from detector.core.messages import shown

# Each file and the keys it holds. What a bank can do without has files that may be missing.
FILES = {
    "gates": ("gates",),
    "facts": ("facts",),
    "service_codes": ("contract_rules", "code_list"),
    "actions": ("actions",),
    "sources": ("sources",),
    "conflicts": ("conflicts",),
    "models": ("criteria", "models"),
    "appraisal": (
        "appraisal_rules",
        "appraisal_groups",
        "appraisal_criteria",
        "appraisal",
        "shifts",
        "out_when",
        "notes",
    ),
    "public_interest_test": ("public_interest_test",),
    "cards": ("cards",),
    "stage_tests": ("stage_tests",),
    "money": ("money_inputs", "money_ranges", "money_proposals"),
}
OPTIONAL = (
    "service_codes",
    "conflicts",
    "models",
    "appraisal",
    "public_interest_test",
    "cards",
    "stage_tests",
    "money",
)
# The files of the folder of words, which a bank can do without too, and the keys of each.
WORDS = "words"
WORD_FILES = {
    "words": ("version",),
    "question_words": ("times", "questions"),
    "gate_words": ("gates",),
    "stakeholder_words": ("stakeholders",),
    "terms": ("terms",),
    "functions": ("functions",),
    "recommendations": ("recommendations",),
}
_FILE_OF = {key: stem for stem, keys in FILES.items() for key in keys}


def read_folder(folder: FilePath) -> Reading:
    """Every file of the bank, and everything that is wrong with them as files."""
    reading = Reading(folder)
    if not folder.is_dir():
        reading.note(Place(str(folder)), "there is no such folder.", "Name the folder of a bank.")
        reading.unread.update((key,) for key in Bank.model_fields)
        return reading
    _read_bank_file(reading)
    for stem, keys in FILES.items():
        if stem not in OPTIONAL or (folder / f"{stem}.yaml").exists():
            _read_file(reading, stem, keys)
    _read_words(reading)
    note_strays(reading)
    return reading


def _read_bank_file(reading: Reading) -> None:
    tree = read_keys(reading, BANK_FILE)
    if tree is None:
        reading.unread.update((key,) for key in Bank.model_fields if key not in {*LISTED, *_FILE_OF, WORDS})
        for folder in LISTED:
            read_listed(reading, folder, None)
        return
    for key, value in tree.values.items():
        place = tree.key_places[key]
        if key in _FILE_OF:
            reading.note(place, f"'{key}' stands in the wrong file.", f"Move it to {_FILE_OF[key]}.yaml.")
        elif key == WORDS:
            reading.note(place, f"'{key}' stands in the wrong file.", f"Write its files in the folder {WORDS}.")
        elif key not in LISTED:
            reading.put(key, value, place)
    read_listed(reading, "dimensions", _named(reading, tree, "dimensions"))
    if "forms" in tree.values:
        read_listed(reading, "forms", _named(reading, tree, "forms"))


def _named(reading: Reading, tree: Keys, folder: str) -> Items | None:
    """The list of a folder's files; None where it is missing or something else."""
    named = tree.values.get(folder)
    if isinstance(named, Items):
        return named
    example = "market, staff" if folder == "dimensions" else "clg, cls"
    remedy = f"List the {folder[:-1]} files in order: '{folder}: [{example}]'."
    reading.note(tree.place, f"'{folder}' is missing, or not a list.", remedy)
    return None


def _read_file(reading: Reading, stem: str, keys: tuple[str, ...]) -> None:
    tree = read_keys(reading, f"{stem}.yaml")
    there = () if tree is None else tree.values.keys()
    for key in keys:
        if key not in there and Bank.model_fields[key].default is not None:
            # Said here, or with the file, so that it is not said again. What is no list may be missing to the model.
            place = Place(f"{stem}.yaml")
            reading.put(key, Items(place, ()), place)
    if tree is not None:
        _check_keys(reading, tree, keys)


def _read_words(reading: Reading) -> None:
    """The folder of words as one entry of the bank, where there is one."""
    if not (reading.folder / WORDS).is_dir():
        return
    # It keeps its problems and files where those of the bank are, and its keys by themselves.
    words = Reading(reading.folder, problems=reading.problems, files=reading.files)
    for stem, keys in WORD_FILES.items():
        tree = read_keys(words, f"{WORDS}/{stem}.yaml", (WORDS,))
        there = () if tree is None else tree.values.keys()
        # Said here, or with the file, so that it is not said again.
        reading.unread.update((WORDS, key) for key in keys if key not in there)
        if tree is not None:
            _check_keys(words, tree, keys)
    place = Place(WORDS)
    reading.put(WORDS, Keys(place, words.values, words.key_places), place)


def _check_keys(reading: Reading, tree: Keys, keys: tuple[str, ...]) -> None:
    unknown = [key for key in tree.values if key not in keys]
    for key in keys:
        # One that is not known is most likely the missing one, misspelt.
        if key not in tree.values and not unknown:
            remedy = f"Begin the file with '{key}:'." if len(keys) == 1 else f"Add '{key}:' with a list."
            reading.note(tree.place, f"'{key}' is missing.", remedy)
    for key, value in tree.values.items():
        if key in keys:
            reading.put(key, value, tree.key_places[key])
        else:
            fault = f"there is no key {shown(key)} in this file."
            reading.note(tree.key_places[key], fault, f"It holds {_in_words(keys)} only.")


def _in_words(keys: tuple[str, ...]) -> str:
    *others, last = [f"'{key}:'" for key in keys]
    return f"{', '.join(others)} and {last}" if others else last

"""Terms: each is met somewhere, and what states law has source and day."""

import re
from collections.abc import Iterator

from detector.bank_files.checks.words.texts import texts_in
from detector.bank_files.folder import WORDS
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import Words
from detector.core.errors import Problem


def term_problems(bank: Bank, words: Words) -> Iterator[Problem[Path]]:
    """Terms that no text of the bank uses, and sources without a day or a day without sources."""
    read = texts_in((), bank.model_dump(mode="json", exclude={WORDS, "sources"}))
    met = " ".join(text for _, text in read).casefold()
    for at, term in enumerate(words.terms):
        path = ("words", "terms", at)
        if bool(term.sources) != (term.checked_on is not None):
            remedy = "Give both 'sources' and 'checked_on', or neither."
            yield Problem(path, "a source and the day it was checked go together.", remedy)
        if not term.of_results and not any(_is_met(word, met) for word in (term.term, *term.also)):
            remedy = "Take it away, or write 'of_results: true'."
            yield Problem(path, "no text of the bank uses this word.", remedy)


def _is_met(word: str, texts: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", texts) is not None

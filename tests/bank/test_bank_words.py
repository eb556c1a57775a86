"""What an officer reads in the bank is short, plain, British, and promises nothing that has closed."""

import re
from collections.abc import Iterator

import pytest

from detector.bank_files import load_bank
from detector.core.bank import Bank, Question

Texts = list[tuple[str, str]]

LONGEST_SENTENCE = 40
KNOWN_SHORT_FORMS = {"VAT", "IT", "SEQOL"}
SHORT_FORM = re.compile(r"\b[A-Z]{2,}\b")
FORBIDDEN = {
    "the founding documents by a working name": r"\bseed\b",
    "programmes that have closed": r"Mutuals (Support Programme|Ambassadors?|Information Service)|\bSEIF\b",
    "a claim to reproduce the 2014 detector": r"based on the|is based on",
    "marks of unfinished facts": r"\(j\)|unconfirmed|\?\]|TODO|TBC",
    "Latin abbreviations": r"\be\.g\.|\bi\.e\.|\betc\b",
    "American spelling": r"\w+iz(e|ed|es|ing|ation)s?\b(?<!size)(?<!sized)|\bcenter\b|\blabor\b|\bprogram\b|\bfavor",
    "traces of where it was written": r"/work|\.md\b|/tmp",
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def question_words(question: Question) -> Iterator[str]:
    yield from (question.text, question.why, *question.levels, question.evidence)


def entries(bank: Bank) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every entry an officer reads, by id, with its texts; titles of sources are other people's words."""
    yield "judgement_note", (bank.judgement_note,)
    for dimension in bank.dimensions:
        yield dimension.id, (dimension.name, dimension.short_name, dimension.asks)
        for question in dimension.questions:
            yield question.id, (*question_words(question), question.basis)
    for gate in bank.gates:
        yield gate.id, (gate.name, gate.why, gate.clears_when)
    for fact in bank.facts:
        yield fact.id, (fact.text, fact.why, *(o.name for o in fact.options), *(o.hint for o in fact.options))
    for action in bank.actions:
        yield action.id, (action.what,)
    for option in (*bank.groups, *bank.fact_groups, *bank.stakeholders, *bank.stages):
        yield option.id, (option.name, option.hint)
    for band in bank.bands:
        yield band.id, (band.label, band.meaning)
    for grade in bank.scale.evidence_grades:
        yield f"grade {grade.grade}", (grade.name, grade.meaning)
    yield from words_beside(bank)


def words_beside(bank: Bank) -> Iterator[tuple[str, tuple[str, ...]]]:
    words = bank.words
    assert words is not None
    for question in words.questions:
        yield f"words of {question.question}", (question.short_text, *question.level_phrases)
    for gate in words.gates:
        yield f"words of {gate.gate}", (gate.cleared_when_short,)
    for term in words.terms:
        yield f"term {term.term}", (term.means,)
    for line in words.functions.lines:
        yield f"functions of {line.when.is_one_of}", (line.says.text,)
    for draft in words.recommendations:
        others = (other.text for point in draft.points for other in point.instead)
        texts = (*(point.text for point in draft.points), *others)
        yield f"draft for {draft.band}", (draft.members_are_asked_to, *texts)


def all_texts(bank: Bank) -> Texts:
    return [(entry, text) for entry, texts in entries(bank) for text in texts]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!;])\s+", text)


def unexplained_short_forms(question: Question) -> set[str]:
    used = set(SHORT_FORM.findall(" ".join(question_words(question)))) - KNOWN_SHORT_FORMS
    explained = f"{question.text} {question.why}"
    return {short for short in used if f"({short})" not in explained and f"{short} (" not in explained}


def test_no_sentence_is_longer_than_40_words(bank: Bank) -> None:
    long = [(e, s) for e, text in all_texts(bank) for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]

    assert long == []


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in FORBIDDEN.items()])
def test_no_text_holds(bank: Bank, pattern: str) -> None:
    found = [(entry, text) for entry, text in all_texts(bank) if re.search(pattern, text, re.IGNORECASE)]

    assert found == []


def test_texts_fit_the_place_they_are_read_in(bank: Bank) -> None:
    questions = [question for dimension in bank.dimensions for question in dimension.questions]
    limits = (
        *((q.id, q.text, 130) for q in questions),
        *((q.id, q.why, 400) for q in questions),
        *((q.id, level, 120) for q in questions for level in q.levels),
        *((d.id, d.short_name, 14) for d in bank.dimensions),
        *((g.id, g.name, 45) for g in bank.gates),
        *((a.id, a.what, 210) for a in bank.actions),
        *((f.id, option.name, 40) for f in bank.facts for option in f.options),
        *((f.id, option.hint, 180) for f in bank.facts for option in f.options),
    )

    too_long = [(entry, len(text), text) for entry, text, limit in limits if len(text) > limit]

    assert too_long == []


def test_levels_of_a_question_all_differ(bank: Bank) -> None:
    questions = [question for dimension in bank.dimensions for question in dimension.questions]

    alike = [q.id for q in questions if len({level.casefold() for level in q.levels}) < len(q.levels)]

    assert alike == []


def test_a_short_form_in_a_question_is_explained_in_that_question(bank: Bank) -> None:
    questions = [question for dimension in bank.dimensions for question in dimension.questions]

    unexplained = {q.id: forms for q in questions if (forms := unexplained_short_forms(q))}

    assert unexplained == {}


def test_gates_give_their_reason_in_a_few_words(bank: Bank) -> None:
    wordy = [gate.id for gate in bank.gates if len(gate.why.split()) > 45]

    assert wordy == []


def test_every_text_of_several_words_that_ends_a_sentence_starts_like_one(bank: Bank) -> None:
    # What members are asked to do follows these words.
    texts = [(entry, text) for entry, text in all_texts(bank) if not entry.startswith("draft for")]
    lower = [(entry, text) for entry, text in texts if text.endswith((".", "?")) and text[0].islower()]

    assert lower == []


def test_addresses_of_sources_are_whole(bank: Bank) -> None:
    broken = [
        s.number for s in bank.sources if s.address and not re.fullmatch(r"https?://[^\s…]+(?<!\.\.\.)", s.address)
    ]

    assert broken == []


def test_the_judgement_note_says_what_a_result_is_not(bank: Bank) -> None:
    note = bank.judgement_note

    missing = [
        w for w in ("judgement", "not been validated", "England", "never decides", "inspired by") if w not in note
    ]

    assert missing == []


def test_no_text_that_labels_a_box_holds_markup(bank: Bank) -> None:
    labels = (
        *(dimension.name for dimension in bank.dimensions),
        *(question.text for dimension in bank.dimensions for question in dimension.questions),
        *(f"{fact.text} {fact.unit}" for fact in bank.facts),
        *(action.what for action in bank.actions),
        *(form.name for form in bank.forms),
        *(model.name for model in bank.models),
    )

    marked = [label for label in labels if re.search(r"[*_\[\]`<>$~\\#|]|^\d+\.|:\w+:|^[-+>] ", label)]

    assert marked == []


def test_phrases_of_levels_read_on_after_a_colon(bank: Bank) -> None:
    assert bank.words is not None
    phrases = [(each.question, phrase) for each in bank.words.questions for phrase in each.level_phrases]

    unfit = [(at, phrase) for at, phrase in phrases if phrase.endswith((".", "?", ";")) or phrase[0].islower()]

    assert unfit == []


def test_lines_of_gates_and_terms_are_sentences(bank: Bank) -> None:
    assert bank.words is not None
    lines = [each.cleared_when_short for each in bank.words.gates] + [each.means for each in bank.words.terms]

    assert [line for line in lines if not line.endswith(".")] == []


def test_points_of_a_draft_begin_with_a_verb_and_have_no_end(bank: Bank) -> None:
    assert bank.words is not None
    points = [point for draft in bank.words.recommendations for point in draft.points]
    texts = [point.text for point in points] + [other.text for point in points for other in point.instead]

    unfit = [text for text in texts if not re.match(r"[a-z]+s\b|does not\b", text) or text.endswith((".", ";"))]

    assert unfit == []


def test_no_draft_decides_to_become_a_mutual(bank: Bank) -> None:
    assert bank.words is not None
    texts = [text for entry, text in all_texts(bank) if entry.startswith("draft for")]

    assert [text for text in texts if re.search(r"become a mutual|set up a mutual|transfer the service", text)] == []

"""How firm the verdict is, and what to find out first, as rows of the table for analysts."""

from collections.abc import Iterator, Mapping

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.wording.firmness import firmness_sentences, narrowing
from detector.wording.result import range_sentence

Row = Mapping[str, str | int | float | None]


def firmness_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    """Each sentence of the report on how firm the verdict is; nothing before a verdict."""
    said = (range_sentence(bank, assessment), *firmness_sentences(bank, assessment))
    for order, words in enumerate((each for each in said if each), 1):
        yield {"kind": "firmness", "id": f"firmness_{order}", "order": order, "name": "How firm it is", "words": words}


def unknown_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    """Every unknown answer, the one first that narrows the possible range most."""
    index = index_of(bank)
    for order, each in enumerate(assessment.unknowns, 1):
        row = {"kind": "unknown", "id": each.question_id, "part_of": index.dimension_of[each.question_id].id}
        yield {**row, "order": order, "name": index.questions[each.question_id].text, "value": narrowing(each)}

"""One table for analysts: results, answers, facts, forms, models and actions, a row each, under one header."""

import csv
import io
from collections.abc import Iterable, Iterator

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.robustness.find_out_first import ToFindOut
from detector.core.scoring import DimensionScore, WeightedScore, shown, shown_share
from detector.core.verdict.verdict import Verdict
from detector.exports.csv.advice_rows import action_rows, form_rows, model_rows, source_rows
from detector.exports.csv.answer_rows import answer_rows, fact_rows
from detector.exports.csv.columns import COLUMNS, Row
from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for
from detector.report.context import ReportContext
from detector.wording.find_out_first import deciding
from detector.wording.firmness import firmness_sentences
from detector.wording.result import answered_in, band_label, provisional_sentence, range_sentence

OWN = "own_"


def make_csv(context: ReportContext) -> bytes:
    """The table in UTF-8 with a mark that Excel knows; an apostrophe stands before what could run as a formula."""
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(COLUMNS)
    for row in _rows(context):
        table.writerow([_cell(row.get(column)) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | float | None) -> str | float:
    if isinstance(value, str):
        return clean_for(FormatId.TABLE, value)
    return "" if value is None else value


def _rows(context: ReportContext) -> Iterator[Row]:
    bank, sheet, assessment = context.bank, context.sheet, context.assessment
    yield from _about_rows(context)
    yield from _result_rows(bank, assessment)
    yield from _confidence_rows(assessment)
    yield from _firmness_rows(bank, assessment)
    yield from _unknown_rows(bank, assessment)
    yield from _gate_rows(bank, assessment)
    yield from answer_rows(bank, sheet, assessment)
    yield from fact_rows(bank, sheet)
    yield from form_rows(bank, sheet, assessment)
    yield from model_rows(bank, assessment)
    yield from action_rows(bank, sheet, assessment)
    yield from source_rows(bank)


def _about_rows(context: ReportContext) -> Iterator[Row]:
    bank, service, assessment = context.bank, context.sheet.service, context.assessment
    provisional = provisional_sentence(bank, assessment) or "Not provisional"
    told = {
        "service": ("Service", service.name),
        "council": ("Council", service.council),
        "description": ("What the service does", service.description),
        "date": ("Date", context.on.isoformat()),
        "question_bank": ("Question bank", bank.version),
        "standing": ("Standing", provisional),
        "result": ("Result", assessment.verdict.label),
        "judgement_note": ("What it rests on", bank.judgement_note),
    }
    for entry_id, (name, words) in told.items():
        yield {"kind": "about", "id": entry_id, "name": name, "words": words}


def _result_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    local = assessment.local
    yield from _verdict_rows(bank, assessment.verdict, "")
    if local is not None:
        yield from _verdict_rows(bank, local.verdict, OWN)
    coverage = {"coverage": assessment.confidence.coverage}
    yield {**_score_row(assessment.overall, "overall", "Overall score"), **coverage}
    groups = index_of(bank).groups
    yield from (_score_row(group, group.id, groups[group.id].name) for group in assessment.groups)
    yield from _dimension_rows(bank, assessment)
    if local is not None:
        yield {**_score_row(local.overall, f"{OWN}overall", "Overall score, council's own weights"), **coverage}
        for group in local.groups:
            yield _score_row(group, f"{OWN}{group.id}", f"{groups[group.id].name}, council's own weights")
        for entry_id, weight in local.weights.items():
            name = "Weight, council's own"
            yield {"kind": "weight", "id": f"{OWN}{entry_id}", "part_of": entry_id, "name": name, "weight": weight}


def _verdict_rows(bank: Bank, verdict: Verdict, prefix: str) -> Iterator[Row]:
    told = {
        "verdict": ("Verdict", verdict.id, verdict.label),
        "verdict_by_score": ("By the score alone", verdict.uncapped, band_label(bank, verdict.uncapped)),
        "verdict_low": ("If every unknown is at level 0", verdict.low, band_label(bank, verdict.low)),
        "verdict_high": ("If every unknown is at level 3", verdict.high, band_label(bank, verdict.high)),
    }
    for entry_id, (name, state, words) in told.items():
        yield {"kind": "verdict", "id": f"{prefix}{entry_id}", "name": name, "state": state, "words": words}
    for cap in verdict.caps:
        held = {"part_of": cap.about, "name": "Holds the verdict down", "state": cap.at_most, "words": cap.because}
        yield {"kind": "verdict", "id": f"{prefix}{cap.rule.value}", **held}


def _dimension_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    for dimension, score in zip(bank.dimensions, assessment.dimensions, strict=True):
        own = {"part_of": dimension.group, "weight": score.weight, "coverage": score.coverage}
        yield {**_score_row(score, dimension.id, dimension.name), **own}


def _score_row(part: DimensionScore | WeightedScore, entry_id: str, name: str) -> Row:
    values = {"score": part.score, "low": part.low, "high": part.high}
    rounded = {key: None if value is None else shown(value) for key, value in values.items()}
    exact = {f"{key}_exact": None if value is None else value * 100 for key, value in values.items()}
    return {"kind": "score", "id": entry_id, "name": name, **rounded, **exact}


def _confidence_rows(assessment: Assessment) -> Iterator[Row]:
    found = assessment.confidence
    parts: Iterable[tuple[str, str, float | None]] = (
        ("confidence", "Confidence", found.total),
        ("coverage", "Answered, by weight", found.coverage),
        ("evidence", "Evidence behind the answers", found.evidence),
        ("agreement", "Agreement between groups", found.agreement),
    )
    for entry_id, name, value in parts:
        is_share = entry_id == "coverage"
        rounded = shown_share if is_share else shown
        number = {} if value is None else {"score": rounded(value), "score_exact": value * 100}
        words = answered_in(assessment) if is_share else None
        yield {"kind": "confidence", "id": entry_id, "name": name, "words": words, **number}


def _firmness_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    """Each sentence of the report on how firm the verdict is; nothing before a verdict."""
    said = (range_sentence(bank, assessment), *firmness_sentences(bank, assessment))
    for order, words in enumerate((each for each in said if each), 1):
        yield {"kind": "firmness", "id": f"firmness_{order}", "order": order, "name": "How firm it is", "words": words}


def _unknown_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    """What is unknown, first what decides the verdict most often; every unknown answer where none can."""
    index = index_of(bank)
    for order, each in enumerate(assessment.find_out_first or _undecided(assessment), 1):
        about = index.dimension_of[each.questions[0]].id
        name = index.facts[each.subject_id].text if each.is_fact else index.questions[each.subject_id].text
        row = {"kind": "unknown", "id": each.subject_id, "part_of": about, "order": order, "name": name}
        yield {**row, "value": deciding(each)}


def _undecided(assessment: Assessment) -> list[ToFindOut]:
    return [ToFindOut(each.question_id, False, 0.0, (each.question_id,)) for each in assessment.unknowns]


def _gate_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    gates = index_of(bank).gates
    for found in assessment.gates:
        gate = gates[found.gate_id]
        row = {"kind": "gate", "id": gate.id, "part_of": gate.question, "type": gate.kind.value, "name": gate.name}
        numbers = ", ".join(str(number) for number in gate.sources)
        yield {**row, "state": found.state.value, "words": found.because, "sources": numbers}

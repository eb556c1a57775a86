"""Forms, models, actions and sources as rows of the table for analysts."""

from collections.abc import Iterable, Iterator

from detector.core.answers import AnswerSheet, PlannedAction
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.exports.csv.columns import Row
from detector.wording.actions import by_rule, raised_by, told
from detector.wording.appraisal import wins_when
from detector.wording.delivery_models import model_because
from detector.wording.legal_forms import reason_in_words, why_not_in_words
from detector.wording.statements import how_read


def form_rows(bank: Bank, sheet: AnswerSheet, assessment: Assessment) -> Iterator[Row]:
    """The forms that nothing known rules out, by rank, then the others with why not."""
    found = assessment.forms
    if found is None:
        return
    forms = index_of(bank).forms
    for each in found.ranked:
        reasons = "\n".join(reason_in_words(reason) for reason in (*each.reasons_for, *each.reasons_against))
        stands = {
            "order": each.rank,
            "state": each.state.value,
            "value": each.points if each.rank is not None else None,
            "words": reasons,
        }
        yield {**_form(forms[each.form_id]), **stands}
    for each in found.excluded:
        rules = "\n".join(why_not_in_words(bank, sheet, assessment, why) for why in each.why_not)
        stands = {"state": "excluded", "words": rules}
        yield {**_form(forms[each.form_id]), **stands}


def _form(form: LegalForm) -> Row:
    return {"kind": "form", "id": form.id, "type": form.layer.value, "name": form.name}


def model_rows(bank: Bank, assessment: Assessment) -> Iterator[Row]:
    """Every delivery model in order, how it stands and how often it comes first."""
    models = index_of(bank).models
    for order, each in enumerate(assessment.options.models, 1):
        first = each.places.first if each.places else None
        yield {
            "kind": "model",
            "id": each.model_id,
            "order": order,
            "name": models[each.model_id].name,
            "state": each.standing.standing.value,
            "value": None if first is None else first * 100,
            "words": " ".join(part for part in (model_because(assessment, each), wins_when(bank, each)) if part),
        }


def action_rows(bank: Bank, sheet: AnswerSheet, assessment: Assessment) -> Iterator[Row]:
    """Every action once, in order, with who does it by when."""
    people = index_of(bank).stakeholders
    for order, (rule, group) in enumerate(by_rule(assessment.actions).items(), 1):
        plan = sheet.plan.get(rule, PlannedAction())
        yield {
            "kind": "action",
            "id": rule,
            "part_of": _listed(action.question_id for action in group if action.question_id),
            "order": order,
            "name": told(group),
            "state": "done" if plan.done else "open",
            "words": raised_by(group),
            "owner": plan.owner,
            "suggested_owner": people[group[0].owner].name,
            "due": plan.due,
            "stage": group[0].stage,
            "sources": _listed(group[0].sources),
        }


def source_rows(bank: Bank) -> Iterator[Row]:
    """Every source of the bank."""
    for source in bank.sources:
        told = {"name": source.title, "words": f"{source.publisher}. {how_read(source)}", "links": source.address}
        yield {"kind": "source", "id": f"source_{source.number}", "order": source.number, **told}


def _listed(parts: Iterable[str | int]) -> str:
    return ", ".join(str(part) for part in parts)

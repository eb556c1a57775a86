"""Whether each delivery model is a choice: computed once, and read by every page, sentence and export.

In this order: out, where an exclusion certainly holds, or every legal form it could take is excluded; held, where it
is a mutual and the verdict does not call for one; depends, where an exclusion is still open; else open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detector.core.answers import AnswerSheet, AnswerState
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition
from detector.core.bank.appraisal import ModelExclusion
from detector.core.bank.guidance import DeliveryModel
from detector.core.bank.index import find_question, index_of
from detector.core.conditions import NO_SCORES, Scores, open_subjects, triggers, truth
from detector.core.legal_forms.results import Ways
from detector.core.marked_entries import bands_too_early_for_form, model_of_staying
from detector.core.options.form_limits import FormLimits, all_together, form_limits
from detector.core.options.results import ModelStanding, NoteFound, Standing, WhyOut


@dataclass(frozen=True)
class _Case:
    bank: Bank
    sheet: AnswerSheet
    scores: Scores
    verdict_id: str | None
    forms: Mapping[str, FormLimits]


def standings(
    bank: Bank, sheet: AnswerSheet, scores: Scores = NO_SCORES, verdict_id: str | None = None
) -> Mapping[str, Standing]:
    """How each delivery model stands, by its id; `scores` by "overall", group and dimension."""
    return {each.model_id: each.standing for each in model_standings(bank, sheet, scores, verdict_id)}


def model_standings(
    bank: Bank, sheet: AnswerSheet, scores: Scores, verdict_id: str | None
) -> tuple[ModelStanding, ...]:
    """How each delivery model stands and why, in the bank's order. Without a verdict every mutual is held at least."""
    case = _Case(bank, sheet, scores, verdict_id, form_limits(bank, sheet, scores))
    return tuple(_standing(case, model) for model in bank.models)


def is_choice(standing: Standing) -> bool:
    """Whether a model that stands like this is a choice."""
    return standing in {Standing.OPEN, Standing.DEPENDS}


def ways_open(bank: Bank, found: Sequence[ModelStanding], verdict_id: str | None) -> Ways | None:
    """Whether a mutual is a choice, and the legal forms of all choices; None where no model names its forms."""
    if not any(model.forms for model in bank.models):
        return None
    models = index_of(bank).models
    choices = [models[each.model_id] for each in found if is_choice(each.standing)]
    return Ways(
        has_mutual=any(model.is_mutual for model in choices),
        forms=frozenset(form for model in choices for form in model.forms),
        no_mutual_because=no_mutual_because(bank, found, verdict_id),
    )


def no_mutual_because(bank: Bank, found: Iterable[ModelStanding], verdict_id: str | None) -> str:
    """What leaves no mutual though the verdict allows one; nothing where a mutual is left, or no rule says it."""
    mutuals = {model.id for model in bank.models if model.is_mutual}
    of_mutuals = [each for each in found if each.model_id in mutuals]
    if _verdict_holds(bank, verdict_id) or any(is_choice(each.standing) for each in of_mutuals):
        return ""
    holding = {why.rule_id for each in of_mutuals for why in each.why_out}
    said = [rule.if_no_mutual_left for rule in bank.out_when if rule.id in holding and rule.if_no_mutual_left]
    return said[0] if said else ""


def _verdict_holds(bank: Bank, verdict_id: str | None) -> bool:
    return verdict_id is None or verdict_id in bands_too_early_for_form(bank)


def _standing(case: _Case, model: DeliveryModel) -> ModelStanding:
    if model == model_of_staying(case.bank):
        return ModelStanding(model.id, Standing.OPEN, notes=_notes(case, model))
    rules = _rules_of(case, model)
    of_forms = all_together([case.forms[form_id] for form_id in model.forms])
    why_out = tuple(_why_out(case, rules)) or of_forms.why_out
    if why_out:
        return ModelStanding(model.id, Standing.OUT, why_out, notes=_notes(case, model))
    if model.is_mutual and _verdict_holds(case.bank, case.verdict_id):
        return ModelStanding(model.id, Standing.HELD, notes=_notes(case, model))
    depends_on = tuple(dict.fromkeys([*_open(case, rules), *of_forms.could_exclude]))
    standing = Standing.DEPENDS if depends_on else Standing.OPEN
    return ModelStanding(model.id, standing, depends_on=depends_on, notes=_notes(case, model))


def _rules_of(case: _Case, model: DeliveryModel) -> list[tuple[ModelExclusion, Condition]]:
    """The rules that concern a model and can still hold, each with its condition."""
    concerned = [rule for rule in case.bank.out_when if model.id in rule.models]
    conditions = [(rule, _that_can_hold(rule.when, case.sheet)) for rule in concerned]
    return [(rule, when) for rule, when in conditions if when is not None]


def _that_can_hold(when: Condition, sheet: AnswerSheet) -> Condition | None:
    """The condition without its tests of questions that do not apply, which hold for nobody; None where it cannot."""
    match when:
        case AnswerIs():
            answer = sheet.answers.get(when.question or "")
            is_waived = answer is not None and answer.state is AnswerState.NOT_APPLICABLE
            return None if is_waived else when
        case AllOf():
            parts = [_that_can_hold(part, sheet) for part in when.all]
            left = tuple(part for part in parts if part is not None)
            return AllOf(all=left) if len(left) == len(parts) else None
        case AnyOf():
            left = tuple(part for each in when.any if (part := _that_can_hold(each, sheet)) is not None)
            return AnyOf(any=left) if left else None


def _why_out(case: _Case, rules: Iterable[tuple[ModelExclusion, Condition]]) -> list[WhyOut]:
    return [
        WhyOut(
            rule.id,
            rule.because,
            triggers(case.bank, when, case.sheet, case.scores),
            rule.sources,
            rule.checked_on,
        )
        for rule, when in rules
        if truth(case.bank, when, case.sheet, case.scores)
    ]


def _open(case: _Case, rules: Iterable[tuple[ModelExclusion, Condition]]) -> list[str]:
    subjects = (one for _, when in rules for one in open_subjects(case.bank, when, case.sheet, case.scores))
    return [known_first for subject in subjects for known_first in _known_first(case, subject)]


def _known_first(case: _Case, subject: str) -> tuple[str, ...]:
    """What must be known first: of a question that may not be asked at all, whatever decides whether it is."""
    question = find_question(case.bank, subject)
    if question is None or question.when is None:
        return (subject,)
    return open_subjects(case.bank, question.when, case.sheet, case.scores) or (subject,)


def _notes(case: _Case, model: DeliveryModel) -> tuple[NoteFound, ...]:
    return tuple(
        NoteFound(note.text, note.sources)
        for note in case.bank.notes
        if model.id in note.models and truth(case.bank, note.when, case.sheet, case.scores)
    )

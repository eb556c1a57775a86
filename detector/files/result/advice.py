"""Legal forms, delivery models, earlier cases and stages, as other programs read them."""

from collections.abc import Iterable
from string import ascii_uppercase

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import ConflictFound, ExcludedForm, FormReason, Joining, RankedForm, WhyNot
from detector.core.roadmap import StageProgress
from detector.files.result.advice_schema import (
    Advice,
    CasePart,
    ConflictPart,
    ExcludedFormPart,
    FormPart,
    JoiningPart,
    ReasonPart,
    RulePart,
    StagePart,
)
from detector.files.result.options import model_parts, option_parts


def advice(bank: Bank, assessment: Assessment) -> Advice:
    """What the answers say of forms, models, cases and stages; empty where the bank knows none."""
    forms = index_of(bank).forms
    found = assessment.forms
    return {
        "too_early_for_a_form": (found.too_early_because or None) if found else None,
        "forms": [_form(forms[each.form_id], each) for each in (found.ranked if found else ())],
        "forms_ask_first": [*(found.asks_first if found else ())],
        "joining": _joining(found.joining) if found and found.joining else None,
        "excluded_forms": [_excluded(forms[each.form_id], each) for each in (found.excluded if found else ())],
        "conflicts": [_conflict(each) for each in (found.conflicts if found else ())],
        "options": option_parts(bank, assessment.options),
        "models": model_parts(bank, assessment.options),
        "cases": _cases(bank, assessment),
        "stages": _stages(bank, assessment.stages),
    }


def _form(form: LegalForm, found: RankedForm) -> FormPart:
    return {
        "id": form.id,
        "name": form.name,
        "layer": form.layer.value,
        "rank": found.rank,
        "level_with": [*found.level_with],
        "points": found.points,
        "state": found.state.value,
        "depends_on": [*found.depends_on],
        "goes_with": [*found.goes_with],
        "for": _reasons(found.reasons_for),
        "against": _reasons(found.reasons_against),
        "lawyer": [*form.ask_your_lawyer],
    }


def _joining(found: Joining) -> JoiningPart:
    return {"form": found.form_id, "look_first": found.look_first, "because": _reasons(found.because)}


def _reasons(reasons: Iterable[FormReason]) -> list[ReasonPart]:
    return [
        {
            "because": reason.because,
            "sources": [*reason.sources],
            "checked_on": reason.checked_on.isoformat() if reason.checked_on else None,
            "points": reason.points,
            "caution": reason.is_caution,
        }
        for reason in reasons
    ]


def _excluded(form: LegalForm, found: ExcludedForm) -> ExcludedFormPart:
    first = found.why_not[0]
    return {
        "id": form.id,
        "name": form.name,
        "layer": form.layer.value,
        "because": first.because,
        "fact": next(iter(first.triggered_by), None),
        "sources": [*first.sources],
        "rules": [_rule(why) for why in found.why_not],
    }


def _rule(why: WhyNot) -> RulePart:
    return {
        "rule": why.rule_id,
        "because": why.because,
        "facts": [*why.triggered_by],
        "sources": [*why.sources],
        "checked_on": why.checked_on.isoformat(),
    }


def _conflict(found: ConflictFound) -> ConflictPart:
    return {
        "id": found.conflict_id,
        "name": found.name,
        "because": found.because,
        "what_to_do": found.what_to_do,
        "facts": [*found.triggered_by],
        "sources": [*found.sources],
        "checked_on": found.checked_on.isoformat(),
    }


def _cases(bank: Bank, assessment: Assessment) -> list[CasePart]:
    cards = index_of(bank).cards
    return [
        {
            "id": each.card_id,
            "name": cards[each.card_id].name,
            "questions": [*each.questions],
            "sources": [*cards[each.card_id].sources],
        }
        for each in assessment.cases
    ]


def _stages(bank: Bank, found: Iterable[StageProgress]) -> list[StagePart]:
    tests = index_of(bank).stage_tests
    return [
        {
            "stage": letter,
            "id": stage.stage_id,
            "current": stage.is_current,
            "tests": [
                {
                    "id": test.test_id,
                    "text": tests[test.test_id].text,
                    "passed": test.passed,
                    "for_people": test.is_for_people,
                }
                for test in stage.tests
            ],
        }
        for letter, stage in zip(ascii_uppercase, found, strict=False)
    ]

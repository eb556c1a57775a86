"""Reading a scenario, and comparing what it expects with what is found."""

from collections.abc import Hashable, Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field
from scenarios.firmness_told import firmness_told, within

from detector.core.actions import Action
from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    FactValue,
    check_sheet,
)
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.verdict.verdict import Verdict
from detector.wording.actions import by_rule, has_ended

DONT_KNOW = "dont_know"


class Part(BaseModel):
    """Anything in a scenario: a key that is not known is a typing mistake, and refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Given(Part):
    """An answer that needs more than a level: its evidence, or the reason why the question does not apply."""

    level: int | None = None
    evidence: int | None = None
    not_applicable: str | None = None


GivenAnswer = int | str | Given


class Expected(Part):
    """What should be found; only what a scenario states is looked at. Scores are 0-100, both ends included."""

    verdict: str | None = None
    label: str | None = None
    by_score_alone: str | None = None
    score_between: tuple[float, float] | None = None
    low: str | None = None
    high: str | None = None
    settled: bool | None = None
    unresolved: bool | None = None
    caps: list[str] | None = None
    capped_by: list[str] | None = None
    gates: dict[str, str] = {}
    absent_gates: list[str] | None = None
    weak: list[str] | None = None
    could_hold: list[str] | None = None
    if_passed: list[str] | None = None
    still_needed: int | None = None
    provisional: bool | None = None
    provisional_because: list[str] | None = None
    dimensions_left_out: list[str] | None = None
    asked_for_first: str | None = None
    next_question: str | None = None
    find_out_first: list[str] = []
    decides: dict[str, tuple[float, float]] = {}
    drivers: dict[str, tuple[float, float]] = {}
    without_gates: dict[str, str] = {}
    gates_holding: list[str] = []
    steps_up: dict[str, int] | None = None
    steps_up_to: str | None = None
    steps_down: dict[str, int] | None = None
    steps_down_to: str | None = None
    first_view: str | None = None
    says: list[str] = []
    first_action: str | None = None
    plan: list[str] | None = None
    plan_begins: list[str] = []
    in_plan: list[str] = []
    not_in_plan: list[str] = []
    plan_asks_for: dict[str, str] = {}
    plan_has_ended: bool | None = None
    local_verdict: str | None = None

    def stated(self) -> dict[str, object]:
        """What the scenario states, by key."""
        return {key: getattr(self, key) for key in self.model_fields_set}


class Scenario(Part):
    """A story: who answered what, and what should come of it."""

    title: str
    because: str = ""
    answers: dict[str, GivenAnswer] = {}
    dimensions: dict[str, GivenAnswer] = {}
    all_others: GivenAnswer | None = None
    evidence: int = Field(default=2, ge=0, le=3)
    facts: dict[str, FactValue] = {}
    weights: dict[str, float] = {}
    expect: Expected

    def sheet(self, bank: Bank) -> AnswerSheet:
        """The answer sheet; an unknown id or a value that does not fit is refused, as it is for an officer."""
        given = {**self._by_dimension(bank), **self.answers}
        sheet = AnswerSheet(
            bank_version=bank.version,
            facts=self.facts,
            weights=self.weights,
            answers={question_id: self._answer(answer) for question_id, answer in given.items()},
        )
        check_sheet(bank, sheet)
        return sheet

    def _by_dimension(self, bank: Bank) -> dict[str, GivenAnswer]:
        unknown = set(self.dimensions) - {dimension.id for dimension in bank.dimensions}
        assert not unknown, f"There is no dimension {sorted(unknown)}."
        return {
            question.id: given
            for dimension in bank.dimensions
            for question in dimension.questions
            if (given := self.dimensions.get(dimension.id, self.all_others)) is not None
        }

    def _answer(self, given: GivenAnswer) -> Answer:
        match given:
            case int():
                return Answer(AnswerState.LEVEL, level=given, evidence=self.evidence)
            case str():
                assert given == DONT_KNOW, f"An answer is a level or {DONT_KNOW}, not {given!r}."
                return Answer(AnswerState.DONT_KNOW)
            case Given(not_applicable=str(reason)):
                return Answer(AnswerState.NOT_APPLICABLE, reason=reason)
            case Given(level=level, evidence=grade):
                return Answer(AnswerState.LEVEL, level=level, evidence=self.evidence if grade is None else grade)


class _Loader(yaml.SafeLoader):
    """Reads YAML, and refuses a key given twice, of which YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        """The mapping, each key once."""
        keys = [key.value for key, _ in node.value]
        doubled = {key for key in keys if keys.count(key) > 1}
        assert not doubled, f"{node.start_mark}: given twice: {sorted(doubled)}"
        return super().construct_mapping(node, deep)


def read_scenario(file: Path) -> Scenario:
    """The scenario in a file."""
    return Scenario.model_validate(yaml.load(file.read_text(encoding="utf-8"), _Loader))  # noqa: S506 - a safe loader


def outcome(found: Assessment, expected: Expected) -> dict[str, object]:
    """What was found, for what a scenario states."""
    everything = {**_verdict(found.verdict), **_rest(found, expected)}
    return {key: everything[key] for key in expected.model_fields_set}


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "verdict": verdict.id,
        "label": verdict.label,
        "by_score_alone": verdict.uncapped,
        "low": verdict.low,
        "high": verdict.high,
        "settled": verdict.settled,
        "unresolved": verdict.unresolved,
        "caps": list(dict.fromkeys(cap.rule.value for cap in verdict.caps)),
        "capped_by": list(dict.fromkeys(cap.about for cap in verdict.caps)),
        "weak": list(verdict.weak),
        "could_hold": list(dict.fromkeys(each.rule.value for each in verdict.could_hold)),
        "if_passed": None if verdict.if_passed is None else list(verdict.if_passed),
        "still_needed": verdict.still_needed,
    }


def _rest(found: Assessment, expected: Expected) -> dict[str, object]:
    return {
        "score_between": within(found.overall.score, expected.score_between),
        "gates": {gate.gate_id: gate.state.value for gate in found.gates if gate.gate_id in expected.gates},
        "absent_gates": [each for each in expected.absent_gates or () if each not in _gate_ids(found)],
        "provisional": bool(found.provisional),
        "provisional_because": list(dict.fromkeys(each.cause.value for each in found.provisional)),
        "dimensions_left_out": list(found.overall.given_up),
        **firmness_told(found, len(expected.find_out_first), expected.decides, expected.drivers, expected.says),
        "first_action": next((action.question_id for action in found.actions), None),
        **_plan(found.actions, expected),
        "local_verdict": None if found.local is None else found.local.verdict.id,
    }


def _gate_ids(found: Assessment) -> set[str]:
    return {gate.gate_id for gate in found.gates}


def _plan(actions: Sequence[Action], expected: Expected) -> dict[str, object]:
    """The plan by the ids of its actions, each named once."""
    plan = list(by_rule(actions))
    asked = {action.rule_id: action.what for action in actions}
    return {
        "plan": plan,
        "plan_begins": plan[: len(expected.plan_begins)],
        "in_plan": [each for each in expected.in_plan if each in plan],
        "not_in_plan": [each for each in expected.not_in_plan if each not in plan],
        "plan_asks_for": {each: asked.get(each, "") for each in expected.plan_asks_for},
        "plan_has_ended": has_ended(actions),
    }

"""Legal forms: excluded or ranked, each with its reasons. Suitability first, form second."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detector.core.bank.guidance import FormLayer


class FormState(StrEnum):
    """Whether nothing known speaks against a form in law, or whether that depends on facts not known yet."""

    FITS = "fits"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class FormReason:
    """One reason for or against a form: `points` where it counts; `is_caution` where a lawyer must look first.

    Without sources it is professional judgement.
    """

    because: str
    points: int
    sources: tuple[int, ...]
    checked_on: date | None
    is_caution: bool = False


@dataclass(frozen=True)
class RankedForm:
    """A form that nothing known excludes. `rank` counts from 1 over all of them, best first.

    `depends_on` names what is unknown and could still exclude it (ids of facts, questions and scores); `goes_with` the
    vehicles, among those not excluded, that an overlay could sit on.
    """

    form_id: str
    layer: FormLayer
    rank: int
    points: int
    state: FormState
    reasons_for: tuple[FormReason, ...]
    reasons_against: tuple[FormReason, ...]
    depends_on: tuple[str, ...]
    goes_with: tuple[str, ...]


@dataclass(frozen=True)
class WhyNot:
    """One rule that takes a form out, and what triggered it (ids of facts, questions and scores)."""

    rule_id: str
    because: str
    triggered_by: tuple[str, ...]
    sources: tuple[int, ...]
    checked_on: date


@dataclass(frozen=True)
class ExcludedForm:
    """A form that the answers rule out, by every rule that does."""

    form_id: str
    layer: FormLayer
    why_not: tuple[WhyNot, ...]


@dataclass(frozen=True)
class ConflictFound:
    """Answers that cannot all stand."""

    conflict_id: str
    name: str
    because: str
    what_to_do: str
    triggered_by: tuple[str, ...]
    sources: tuple[int, ...]
    checked_on: date


@dataclass(frozen=True)
class FormAdvice:
    """What the answers say of legal forms.

    `ranked` holds at least two forms to choose between, or begins with setting up nothing. `too_early` is true while
    the form is not yet the question, with `too_early_because` in words: suitability is low or unknown, or the answers
    leave fewer than two forms. Every form of the bank is in `ranked` or in `excluded`, once.
    """

    ranked: tuple[RankedForm, ...]
    excluded: tuple[ExcludedForm, ...]
    conflicts: tuple[ConflictFound, ...]
    too_early: bool
    too_early_because: str


@dataclass(frozen=True)
class FactChange:
    """One fact given another value (as its option id, yes/no, or number)."""

    fact_id: str
    value: str | bool | int | float | tuple[str, ...]


@dataclass(frozen=True)
class FormChange:
    """The fewest facts whose change would put another form first, setting up nothing left aside."""

    changes: tuple[FactChange, ...]
    first_form_id: str

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
    """A form that nothing known excludes. `rank` counts from 1, best first; None where it is not ranked.

    `level_with` names the forms that nothing known sets apart from it. `depends_on` names what is unknown and could
    still exclude it (ids of facts, questions and scores); `goes_with` the vehicles, among those not excluded, that an
    overlay could sit on.
    """

    form_id: str
    layer: FormLayer
    rank: int | None
    points: int
    state: FormState
    reasons_for: tuple[FormReason, ...]
    reasons_against: tuple[FormReason, ...]
    depends_on: tuple[str, ...]
    goes_with: tuple[str, ...]
    level_with: tuple[str, ...] = ()


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
    """Answers that cannot all stand; with a caution the result can still be ready for a decision."""

    conflict_id: str
    name: str
    because: str
    what_to_do: str
    triggered_by: tuple[str, ...]
    sources: tuple[int, ...]
    checked_on: date
    is_caution: bool = False


@dataclass(frozen=True)
class Ways:
    """The ways to deliver the service that are open, or may be: whether one is a mutual, and their forms (ids).

    `no_mutual_because` says what leaves no mutual though the verdict allows one; it may be empty.
    """

    has_mutual: bool
    forms: frozenset[str]
    no_mutual_because: str = ""


@dataclass(frozen=True)
class Joining:
    """Joining a body that is there already: beside the forms, never ranked among them.

    `look_first` is whether the answers say that it comes before a body of one's own, with `because`.
    """

    form_id: str
    look_first: bool
    because: tuple[FormReason, ...]


@dataclass(frozen=True)
class FormAdvice:
    """What the answers say of legal forms.

    `ranked` holds every form that is not in `excluded`, once, in the order in which they are shown: the ranked ones
    best first, then those without a rank. Nothing is ranked while `too_early` is true, which `too_early_because` says
    in words, nor while one of the facts in `asks_first` is unknown. `too_few_because` says so where the answers leave
    fewer than two forms to choose between. `joining` is None where no such form is left.
    """

    ranked: tuple[RankedForm, ...]
    excluded: tuple[ExcludedForm, ...]
    conflicts: tuple[ConflictFound, ...]
    too_early: bool
    too_early_because: str
    asks_first: tuple[str, ...] = ()
    too_few_because: str = ""
    joining: Joining | None = None
    ways: Ways | None = None

    @property
    def placed(self) -> tuple[RankedForm, ...]:
        """The forms that are ranked, best first."""
        return tuple(form for form in self.ranked if form.rank is not None)


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

"""The whole path from answers to a result, in one call."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from detector.core.actions import Action, Pressing, actions
from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.case_studies import Resembling, resembling
from detector.core.conditions import Interval
from detector.core.errors import AnswerError
from detector.core.gates import GateResult, gate_results
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.exclusions import conflicts_found
from detector.core.legal_forms.results import ConflictFound, FormAdvice
from detector.core.options.options import appraise
from detector.core.options.results import Options
from detector.core.options.standing import model_standings, ways_open
from detector.core.roadmap import StageProgress, stage_progress
from detector.core.robustness.drawn_sheets import DrawnSheets, drawn_sheets, lifts
from detector.core.robustness.find_out_first import ToFindOut, find_out_first, in_coarse_steps
from detector.core.robustness.firmness import Firmness, firmness
from detector.core.robustness.outlook import Outlook, is_first_view, outlook
from detector.core.scoring import (
    DimensionScore,
    Unknown,
    WeightedScore,
    combine,
    combine_groups,
    score_dimensions,
    unknowns,
    weights_in_use,
)
from detector.core.verdict.confidence import Confidence, confidence
from detector.core.verdict.provisional import ProvisionalReason, clash_reasons, provisional_reasons
from detector.core.verdict.verdict import Verdict, decide


@dataclass(frozen=True)
class LocalResult:
    """The same answers under the council's own weights."""

    weights: dict[str, float]
    overall: WeightedScore
    groups: tuple[WeightedScore, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Assessment:
    """Everything the answers say, under the bank's weights.

    Scores, gates, verdict and confidence are there at once; what follows from them (whether it is provisional, advice,
    what is drawn at random) is worked out when it is first asked for, and kept. Dimensions, groups and gates stand in
    the bank's order.
    """

    bank: Bank = field(repr=False)
    sheet: AnswerSheet
    dimensions: tuple[DimensionScore, ...]
    groups: tuple[WeightedScore, ...]
    overall: WeightedScore
    gates: tuple[GateResult, ...]
    verdict: Verdict
    confidence: Confidence

    @property
    def bank_version(self) -> str:
        """The version of the bank that the answers belong to."""
        return self.bank.version

    @cached_property
    def provisional(self) -> tuple[ProvisionalReason, ...]:
        """The causes for which the result is not ready for a decision, none where it is."""
        found = provisional_reasons(self.bank, self.sheet, self.overall, self.gates, self.verdict, self.confidence)
        return (*found, *clash_reasons(each.conflict_id for each in self.conflicts if not each.is_caution))

    @cached_property
    def conflicts(self) -> tuple[ConflictFound, ...]:
        """The answers that cannot all stand, with the law or with one another, in the bank's order."""
        return conflicts_found(Case(self.bank, self.sheet, self.scores)) if self.bank.conflicts else ()

    @cached_property
    def unknowns(self) -> tuple[Unknown, ...]:
        """The unknown questions, those that narrow the overall score's interval most first."""
        return unknowns(self.dimensions)

    @cached_property
    def drawn(self) -> DrawnSheets:
        """The sheet in every way that its unknown answers may turn out."""
        return drawn_sheets(self.bank, self.dimensions, self.gates)

    @cached_property
    def outlook(self) -> Outlook:
        """What the result becomes once everything is known."""
        return outlook(self.drawn)

    @cached_property
    def find_out_first(self) -> tuple[ToFindOut, ...]:
        """What is unknown and can still change the verdict, most telling first; nothing where nothing can."""
        return find_out_first(self.bank, self.sheet, self.gates, self.drawn)

    @cached_property
    def first_view(self) -> str | None:
        """The verdict of which enough is known for a first view, None before."""
        decides = [each.decides for each in self.find_out_first]
        verdict = self.verdict.id
        return verdict if verdict is not None and is_first_view(self.outlook, verdict, decides) else None

    @cached_property
    def firmness(self) -> Firmness | None:
        """How firm the verdict is, None while there is none."""
        if self.verdict.id is None:
            return None
        return firmness(self.bank, self.sheet, self.dimensions, self.gates, self.outlook)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What to do next, in order."""
        order = [question_id for each in in_coarse_steps(self.find_out_first) for question_id in each.questions]
        places = {question_id: place for place, question_id in enumerate(dict.fromkeys(order))}
        pressing = Pressing(lifts=lifts(self.drawn), places=places)
        return actions(self.bank, self.sheet, self.dimensions, self.gates, pressing)

    @cached_property
    def local(self) -> LocalResult | None:
        """The same answers under the council's own weights, where it set any."""
        return _local_result(self.bank, self.sheet, self.dimensions, self.gates) if self.sheet.weights else None

    @cached_property
    def scores(self) -> dict[str, Interval | None]:
        """Where every score that a condition may name is certain to lie, 0-100."""
        return scores_of_100(self.overall, self.groups, self.dimensions)

    @cached_property
    def forms(self) -> FormAdvice | None:
        """Advice on legal forms, None where the bank has none."""
        if not self.bank.forms:
            return None
        found = model_standings(self.bank, self.sheet, self.scores, self.verdict.id)
        ways = ways_open(self.bank, found, self.verdict.id)
        return advise(self.bank, self.sheet, self.scores, self.verdict.id, ways)

    @cached_property
    def options(self) -> Options:
        """The delivery models, each with its standing and its places, in the order they are shown."""
        return appraise(self.bank, self.sheet, self.scores, self.verdict.id)

    @cached_property
    def cases(self) -> tuple[Resembling, ...]:
        """Earlier cases, most alike first."""
        return resembling(self.bank, self.sheet)

    @cached_property
    def stages(self) -> tuple[StageProgress, ...]:
        """The stages of the roadmap, in the bank's order."""
        return stage_progress(self.bank, self.sheet, self.scores)


def assess(bank: Bank, sheet: AnswerSheet) -> Assessment:
    """Everything the answers say.

    Raises:
        AnswerError: if the sheet was answered on another version of the bank.
    """
    _refuse_other_bank(bank, sheet)
    dimensions = score_dimensions(bank, sheet)
    gates = gate_results(bank, sheet)
    overall = combine("overall", dimensions)
    return Assessment(
        bank=bank,
        sheet=sheet,
        dimensions=dimensions,
        groups=combine_groups(bank, dimensions),
        overall=overall,
        gates=gates,
        verdict=decide(bank, overall, dimensions, gates),
        confidence=confidence(bank, sheet),
    )


def scores_of_100(
    overall: WeightedScore, groups: Iterable[WeightedScore], dimensions: Iterable[DimensionScore]
) -> dict[str, Interval | None]:
    """Where every score that a condition may name is certain to lie, by "overall", group id and dimension id.

    None where nothing that makes the score up applies.
    """
    parts = [(part.id, part.low, part.high) for part in (overall, *groups)]
    parts += [(part.dimension_id, part.low, part.high) for part in dimensions]
    return {
        name: None if low is None or high is None else Interval(low * 100, high * 100) for name, low, high in parts
    }


def _refuse_other_bank(bank: Bank, sheet: AnswerSheet) -> None:
    if sheet.bank_version != bank.version:
        raise AnswerError(
            f"These answers belong to question bank {sheet.bank_version}, and this is bank {bank.version}. "
            "Bring them up to date before looking at results."
        )


def _local_result(
    bank: Bank, sheet: AnswerSheet, dimensions: tuple[DimensionScore, ...], gates: tuple[GateResult, ...]
) -> LocalResult:
    weights = weights_in_use(bank, sheet.weights)
    weighted = tuple(replace(part, weight=weights[part.dimension_id]) for part in dimensions)
    overall = combine("overall", weighted)
    return LocalResult(
        weights=weights,
        overall=overall,
        groups=combine_groups(bank, weighted),
        verdict=decide(bank, overall, weighted, gates),
    )

"""What every part of a report is made from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from detector.charts.firmness_bars import firmness_bars
from detector.charts.points import best_verdict_from, chart_points
from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.history import Head
from detector.report.blocks import Drawing


@dataclass(frozen=True)
class ReportContext:
    """One assessment with the bank it was made by, and the day on which it is told.

    `head` is that of its history where it has one, as the copy says that it was read from where `from_copy`.
    """

    bank: Bank
    sheet: AnswerSheet
    assessment: Assessment
    on: date
    head: Head | None = None
    from_copy: bool = False

    @cached_property
    def drawing(self) -> Drawing:
        """The numbers behind the figures."""
        return build_drawing(self.bank, self.assessment)


def title_of(name: str) -> str:
    """What a document on a service is called; `name` is the service's, as typed or shortened, or nothing."""
    asks = "could it become a public service mutual?"
    return f"{name}: {asks}" if name.strip() else asks.replace("could it", "Could this service")


def build_drawing(bank: Bank, assessment: Assessment) -> Drawing:
    """The numbers behind the figures."""
    overall = assessment.overall
    known = overall.score is not None and overall.low is not None and overall.high is not None
    return Drawing(
        points=chart_points(bank, assessment),
        target=best_verdict_from(bank),
        bands=bank.bands,
        overall=(overall.low or 0.0, overall.score or 0.0, overall.high or 0.0) if known else None,
        verdict=assessment.verdict.id,
        firmness=firmness_bars(bank, assessment),
    )

"""The money test: what the numbers say, what would break it, and the answers that it proposes."""

from detector.core.bank.index import index_of
from detector.core.gates import level_in_words
from detector.core.money.case import is_started, missing_facts
from detector.core.money.stress_test import MoneyTest, stress_test
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.money import (
    INTRODUCTION,
    LEFT_OUT,
    ONLY_PROPOSED,
    TITLE,
    about,
    defaults_sentence,
    missing_sentence,
    money_number,
    nothing_proposed_sentence,
    result_sentences,
)
from detector.wording.subjects import NOT_KNOWN, subject_in_words


def money_section(context: ReportContext) -> Section | None:
    """The money test, or None where nobody has given a number for it."""
    bank, sheet = context.bank, context.sheet
    if not bank.money_inputs or not is_started(sheet):
        return None
    test = stress_test(bank, sheet)
    if test is None:
        return Section("money", TITLE, (Paragraph(missing_sentence(bank, missing_facts(bank, sheet))),))
    defaults = defaults_sentence(bank, test.defaults)
    blocks: list[Block] = [
        Paragraph(INTRODUCTION, Tone.QUIET),
        *([Paragraph(defaults, Tone.WARNING)] if defaults else []),
        _surplus(test),
        Bullets(result_sentences(test)),
        *_proposals(context, test),
        _numbers(context, test),
        Paragraph(LEFT_OUT, Tone.QUIET),
    ]
    return Section("money", TITLE, tuple(blocks))


def _surplus(test: MoneyTest) -> Table:
    columns = (
        Column("Year"),
        *(Column(head, 1.2, True) for head in ("Central case", "10 in 100 are under", "10 in 100 are over")),
    )
    rows = tuple(
        (f"Year {year}", about(spread.central), about(spread.low), about(spread.high))
        for year, spread in enumerate(test.surplus, 1)
    )
    return Table("money-surplus", "Surplus of each year, or loss", columns, rows)


def _proposals(context: ReportContext, test: MoneyTest) -> list[Block]:
    bank = context.bank
    rules = {rule.question: rule for rule in bank.money_proposals}
    proposed = {proposal.question_id: proposal for proposal in test.proposals}
    missing = [nothing_proposed_sentence(bank, rule, test) for key, rule in rules.items() if key not in proposed]
    rows = tuple(
        (
            subject_in_words(bank, key),
            f"{proposal.level}: {index_of(bank).questions[key].levels[proposal.level]}",
            _answered(context, key),
            rules[key].because,
        )
        for key, proposal in proposed.items()
    )
    columns = (Column("Question", 1.6), Column("It proposes", 1.2), Column("Answered", 1.2), Column("Why", 1.6))
    table = (
        [Paragraph(ONLY_PROPOSED), Table("money-proposals", "Answers that it proposes", columns, rows)] if rows else []
    )
    return [*table, *([Bullets(tuple(missing))] if missing else [])]


def _answered(context: ReportContext, question_id: str) -> str:
    answer = context.sheet.answers.get(question_id)
    if answer is None or answer.level is None:
        return NOT_KNOWN
    return level_in_words(context.bank, index_of(context.bank).questions[question_id], answer)


def _numbers(context: ReportContext, test: MoneyTest) -> Table:
    rows = tuple(
        (
            entry.name,
            money_number(entry.kind, test.numbers[entry.part].value),
            "Default" if test.numbers[entry.part].is_default else "Given",
        )
        for entry in context.bank.money_inputs
    )
    columns = (Column("Number", 2.0), Column("Counted with", 1.0, True), Column("Where from", 1.0))
    return Table("money-numbers", "The numbers it counts with", columns, rows)

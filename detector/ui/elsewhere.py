"""Words typed on one page that are still on their way while another is shown: they are kept all the same."""

from detector.core.bank.index import find_question, index_of
from detector.ui import state
from detector.ui.answer.answer_widgets import TYPED_PARTS
from detector.ui.answer.fact import settle_fact
from detector.ui.answer.question import settle_question
from detector.ui.overview.money_number import settle_money
from detector.ui.overview.page import settle_service
from detector.ui.plan.action import settle_action


def settle_elsewhere() -> None:
    """Keep what was typed into boxes of the open assessment, whichever page they stand on."""
    for part, _, name in {widget.partition("-") for widget in state.all_typed()}:
        _settle(part, name)


def _settle(part: str, name: str) -> None:
    bank = state.bank()
    if part in TYPED_PARTS and find_question(bank, name) is not None:
        settle_question(name)
    elif part == "service":
        settle_service()
    elif part == "fact":
        for fact in bank.facts:
            if fact.id == name:
                settle_fact(fact)
    elif part == "money" and name in index_of(bank).money_inputs:
        settle_money(index_of(bank).money_inputs[name])
    elif part in ("owner", "due") and name in {rule.id for rule in bank.actions}:
        settle_action(name)

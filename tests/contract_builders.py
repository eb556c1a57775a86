"""A small bank that asks about a contract, with three facts for vesting day, and a list of two service codes."""

from datetime import date

from builders import make_bank, make_dimension, make_fact

from detector.core.bank import AnswerIs, Bank, CodeList, ContractRules, FactKind, ServiceCode
from detector.core.bank.contracts import ServiceCategory

CHECKED = date(2026, 11, 30)
LIBRARIES, HOME_HELP, ARCHITECTS = "92511000", "98513310", "71000000"
AFFECTED = AnswerIs(fact="affected", is_one_of=(True,))

FACTS = (
    make_fact("affected", FactKind.YES_NO),
    make_fact("worth", FactKind.MONEY),
    make_fact("service", FactKind.CODE),
    make_fact("length", FactKind.DECIMAL),
    make_fact("begins", FactKind.DATE).model_copy(update={"when": AFFECTED}),
    make_fact("handover", FactKind.DATE).model_copy(update={"when": AFFECTED}),
)
CODES = CodeList(
    title="A list",
    sources=(1,),
    checked_on=CHECKED,
    categories=(
        ServiceCategory(
            name="Culture", codes=(ServiceCode(code=LIBRARIES, name="Library services", reservable=True),)
        ),
        ServiceCategory(name="Home", codes=(ServiceCode(code=HOME_HELP, name="Home-help services"),)),
    ),
)
RULES = ContractRules(
    value="worth",
    code="service",
    starts="begins",
    years="length",
    vesting="handover",
    light_touch_from=663_540,
    other_from=207_720,
    in_force_from=date(2026, 1, 1),
    sources=(1,),
    checked_on=CHECKED,
)


def contract_bank() -> Bank:
    """A bank whose facts, rules and list describe a contract."""
    bank = make_bank([make_dimension("MKT", ["MKT1"])], facts=FACTS)
    return bank.model_copy(update={"contract_rules": RULES, "code_list": CODES})

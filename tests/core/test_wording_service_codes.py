"""What a service code means, in words."""

import pytest
from contract_builders import ARCHITECTS, HOME_HELP, LIBRARIES, contract_bank

from detector.wording.service_codes import code_in_words

HONEST = "The code must honestly describe the contract. [1] Checked on 30 November 2026."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (LIBRARIES, "Library services. Light touch, and can be reserved."),
        (f"{LIBRARIES}-6", "Library services. Light touch, and can be reserved."),
        (HOME_HELP, "Home-help services. Light touch, but cannot be reserved for mutuals."),
        (
            ARCHITECTS,
            "Not on the light-touch list: the line is £207,720 (from 1 January 2026), and it cannot be reserved. "
            "If it sits under a code that is listed, ask procurement.",
        ),
    ],
)
def test_a_code_says_how_its_contract_may_be_bought(code: str, said: str) -> None:
    assert code_in_words(contract_bank(), code) == f"{said} {HONEST}"


def test_without_a_code_nothing_is_said() -> None:
    assert code_in_words(contract_bank(), None) == ""

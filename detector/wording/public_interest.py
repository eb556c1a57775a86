"""The indication of the Public Interest Test in words."""

from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.marked_entries import model_of_staying
from detector.core.options.public_interest import Indication
from detector.wording.appraisal import of_100
from detector.wording.delivery_models import in_a_sentence

NOT_COMPARED = "the comparison has not been made"
TOO_LITTLE_KNOWN = "too little is known yet"


def indication_in_words(bank: Bank, found: Indication) -> str:
    """The case for in-house delivery in one sentence, with what it rests on."""
    case = f"On the criteria of this product the case for in-house delivery is {found.case.value}"
    if found.not_compared:
        questions = index_of(bank).questions
        missing = " ".join(f"“{questions[each].text}”" for each in found.not_compared)
        return f"{case}: {NOT_COMPARED}. Answer first: {missing}"
    if not found.is_known:
        return f"{case}: {TOO_LITTLE_KNOWN}."
    staying = model_of_staying(bank)
    named = in_a_sentence(staying) if staying else "staying in house"
    return f"{case}: over all ways of weighing them, {named} comes first {of_100(found.first)}."

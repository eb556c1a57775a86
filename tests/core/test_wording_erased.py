"""A receipt says exactly what is true: what went, what was found, what follows, what is not reached."""

from datetime import UTC, date, datetime

import pytest

from detector.core.receipts import Counts, EarlierCopy, Finding, Kind, Look, Receipt
from detector.wording.erased import clock_words, in_bin_since, receipt_title, receipt_words, went_with

AT = datetime(2026, 11, 30, 20, 41, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 8, tzinfo=UTC)
AGAIN = "It is tried again every minute, and a second part of this receipt follows."
SERVER = (
    "The files of the database, its own journal and its backups may hold them until they are overwritten there: "
    "ask your administrator how long that is."
)
SHORT = "Texts of fewer than eight letters are too short to be searched for."


def of_workshop(*looks: Look) -> Receipt:
    """The receipt for a workshop of sixteen people."""
    return Receipt(Kind.WORKSHOP, AT, Counts(0, 1, 16, 32, 1), date(2026, 11, 22), looks=looks)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        pytest.param(
            Look(Finding.CHECKED, AT, 224),
            "The database file and its journal were searched afterwards for 224 pieces of it: none was found. "
            + SHORT,
            id="checked",
        ),
        pytest.param(
            Look(Finding.CHECKED, AT, 224, elsewhere=3),
            "The database file and its journal were searched afterwards for 224 pieces of it: none was found. "
            f"3 pieces also stand in something that is kept, and tell nothing. {SHORT}",
            id="some stand elsewhere too",
        ),
        pytest.param(
            Look(Finding.HELD_UP, AT, 224, 51),
            "Another program is reading the database, so its journal still holds what was erased: 51 of 224 pieces "
            f"were found. The journal is emptied as soon as that program lets go. {AGAIN}",
            id="held up",
        ),
        pytest.param(
            Look(Finding.HELD_UP, AT),
            f"The rows are deleted. Somebody still reads the database as it was before. {AGAIN}",
            id="held up on a server",
        ),
        pytest.param(
            Look(Finding.FOUND, AT, 224, 2),
            "The database file was searched afterwards: 2 of 224 pieces of it were still found. "
            "Whoever can read that file can read them.",
            id="found",
        ),
        pytest.param(
            Look(Finding.EMPTIED, AT),
            "The journal of the database is empty now. The program was started again in between and no longer knew "
            "what to search for, so the file was not searched.",
            id="started again",
        ),
        pytest.param(
            Look(Finding.ON_SERVER, AT, vacuumed=True),
            f"The rows were deleted and the tables cleaned (VACUUM): nobody can ask the database for them. {SERVER}",
            id="on a server",
        ),
        pytest.param(
            Look(Finding.ON_SERVER, AT),
            "The rows were deleted: nobody can ask the database for them. It was not seen to clean its tables "
            f"(VACUUM): they may lie there until the database does that by itself. {SERVER}",
            id="on a server that was not seen to clean",
        ),
    ],
)
def test_exactly_one_telling_of_what_was_found(look: Look, told: str) -> None:
    words = receipt_words(of_workshop(look))

    assert words == [
        "Erased: 16 people, 32 answers and 1 remark. What the room agreed stays in the assessment.",
        told,
        "Backups and copies made earlier, and what people photographed, are not reached. "
        "A solid-state disk may keep overwritten data where no program sees it.",
    ]


def test_the_second_part_says_when_it_was_looked_at_again() -> None:
    receipt = of_workshop(Look(Finding.HELD_UP, AT, 224, 51), Look(Finding.CHECKED, LATER, 224))

    assert receipt_words(receipt)[1] == (
        "It was held up at first, and looked at again on 1 December 2026. The database file and its journal were "
        f"searched afterwards for 224 pieces of it: none was found. {SHORT}"
    )


def test_before_the_first_look_nothing_is_claimed() -> None:
    assert receipt_words(of_workshop())[1] == f"Nobody has looked yet for what may be left of it. {AGAIN}"


def test_an_assessment_s_receipt_names_its_workshops_and_earlier_copies() -> None:
    copies = (EarlierCopy("detector-0002-2026-11-30.sqlite3", date(2026, 12, 30)),)
    receipt = Receipt(
        Kind.ASSESSMENT, AT, Counts(41, 2, 16, 1, 0), copies=copies, looks=(Look(Finding.CHECKED, AT, 9),)
    )

    assert receipt_title(receipt) == "This assessment was erased on 30 November 2026"
    assert receipt_words(receipt)[0] == (
        "Erased: 41 changes, each with what was typed and by whom. 2 workshops with 16 people, 1 answer went first."
    )
    assert receipt_words(receipt)[2] == (
        "Made before an upgrade, these may still hold it. The program removes them by itself: "
        "detector-0002-2026-11-30.sqlite3 from 30 December 2026. Remove them now if the new version works for you."
    )


def test_a_workshop_s_receipt_is_called_by_its_day() -> None:
    assert receipt_title(of_workshop()) == "The workshop of 22 November 2026 was erased on 30 November 2026"


def test_the_bin_says_since_when_and_until_when() -> None:
    assert in_bin_since(date(2026, 3, 3)) == (
        "This assessment has been in the bin since 3 March 2026. It can be put back until 2 April 2026; then it is "
        "erased for good when this program runs next."
    )
    assert went_with(Counts(4)) == ""


def test_a_clock_that_jumped_is_told_with_both_days() -> None:
    assert clock_words(AT, datetime(2031, 3, 3, tzinfo=UTC), 1) == (
        "1 deleted assessment or workshop should be erased by now, and nothing is: this computer’s clock says "
        "3 March 2031, and the program last ran on 30 November 2026."
    )

"""Names of files: readable, and safe on every system whatever a service is called."""

import re
from datetime import date

import pytest
from exports.hostile import NEVER_KEPT, TEXTS
from hypothesis import example, given
from hypothesis import strategies as st

from detector.core.answers import Service
from detector.exports.formats import FORMATS, Format, FormatId, format_of
from detector.exports.shared.file_names import LONGEST_PART, file_name, slug
from detector.report.blocks import Length

DAY = date(2026, 11, 22)
SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-2026-11-22-[a-z-]+\.[a-z]{3,4}")


@pytest.mark.parametrize(
    ("council", "name", "whose"),
    [
        pytest.param("Anyshire", "Library Service", "anyshire-library-service", id="council and service"),
        pytest.param("", "Library Service", "library-service", id="no council"),
        pytest.param("Anyshire", "", "anyshire", id="no name"),
        pytest.param("", " \t", "assessment", id="nothing"),
        pytest.param("中文", "ספרייה", "assessment", id="no letter that can be kept"),
        pytest.param("Cyngor Tŷ Newydd", "Dŵr Llŷn: Ẁ ỳ ê", "cyngor-ty-newydd-dwr-llyn-w-y-e", id="Welsh letters"),
        pytest.param("Anyshire", "Anyshire libraries", "anyshire-libraries", id="the council's name in the service's"),
        pytest.param("Any", "Anyshire libraries", "any-anyshire-libraries", id="but only as a word of its own"),
        pytest.param("", "Children's & young people’s", "childrens-young-peoples", id="apostrophes"),
        pytest.param("", "../../etc/passwd", "etc-passwd", id="a path"),
        pytest.param("", "Straße Łódź", "strasse-lodz", id="letters that are not apart"),
    ],
)
def test_whose_file_it_is(council: str, name: str, whose: str) -> None:
    named = file_name(Service(name, council), format_of(FormatId.PDF), DAY, Length.SUMMARY)

    assert named == f"{whose}-2026-11-22-summary.pdf"


@pytest.mark.parametrize(
    ("length", "part"), [(Length.SUMMARY, "summary"), (Length.FULL, "full-report")], ids=["summary", "full"]
)
def test_a_document_says_its_length(length: Length, part: str) -> None:
    assert file_name(Service("A"), format_of(FormatId.WORD), DAY, length) == f"a-2026-11-22-{part}.docx"


def test_no_two_formats_share_a_name() -> None:
    named = {
        file_name(Service("A"), made, DAY, length) for made in FORMATS for length in made.lengths or [Length.FULL]
    }

    assert len(named) == sum(len(made.lengths) or 1 for made in FORMATS)


def test_a_long_name_is_cut_between_words() -> None:
    assert slug("a library of " * 20) == "a-library-of-a-library-of-a-library-of-a-library"


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(FORMATS), st.sampled_from(list(Length)))
@example(TEXTS["emoji"], NEVER_KEPT["half characters"], FORMATS[0], Length.FULL)
@example(TEXTS["a very long word"], TEXTS["scripts"], FORMATS[0], Length.FULL)
def test_every_name_is_safe_on_every_system(council: str, name: str, made: Format, length: Length) -> None:
    named = file_name(Service(name, council), made, DAY, length)

    assert SAFE.fullmatch(named)
    assert len(named) <= 2 * LONGEST_PART + len("--2026-11-22-full-report.docx")

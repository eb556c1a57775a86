import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from exports.pdf_reading_back import opened
from exports.word_reading import report_of
from report.report_parts import EXAMPLES, example

from detector.bank_files import load_bank
from detector.core.errors import FileError
from detector.exports.import_pdf import assessment_in
from detector.exports.pdf import make_pdf
from detector.exports.pdf_reading import attached_assessment
from detector.files.assessment import LARGEST_FILE, read_assessment, write_assessment
from detector.report.blocks import Length

RAW = b'{"format": "an assessment"}'
BEGIN = b"%PDF-1.7\n"
END = b"\nstartxref\n9\n%%EOF\n"


@pytest.fixture(scope="module")
def exported() -> bytes:
    return make_pdf(report_of(length=Length.SUMMARY), RAW)


def saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | bool = False) -> bytes:
    file = io.BytesIO()
    pdf.save(file, encryption=encryption)
    return file.getvalue()


def with_attachments(*attachments: tuple[str, bytes]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for key, (name, content) in enumerate(attachments):
        pdf.attachments[f"{key}"] = pikepdf.AttachedFileSpec(
            pdf, content, filename=name, description="", mime_type="application/json", creation_date="", mod_date=""
        )
    return saved(pdf)


def with_packed_attachment(packed: bytes, packing: str) -> bytes:
    """A PDF whose attachment is stored as it is given, whatever it says of its packing."""
    pdf = opened(with_attachments(("assessment.json", b"")))
    stream = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F
    stream.write(packed, filter=pikepdf.Name(packing))
    file = io.BytesIO()
    pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return file.getvalue()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_assessment_comes_back_from_its_pdf(path: Path) -> None:
    bank = load_bank()
    sheet = example(path)

    data = make_pdf(report_of(), write_assessment(bank, sheet))

    assert read_assessment(assessment_in(data), bank).sheet == sheet


def test_a_pdf_saved_again_by_another_program_still_carries_it(exported: bytes) -> None:
    assert attached_assessment(saved(opened(exported))) == RAW


def test_what_is_no_pdf_is_left_as_it_is() -> None:
    assert assessment_in(RAW) == RAW


def test_an_attachment_beside_the_assessment_does_no_harm() -> None:
    assert attached_assessment(with_attachments(("minutes.txt", b"Minutes"), ("assessment.json", RAW))) == RAW


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(BEGIN + b"1 0 obj", "its end is missing", id="cut off"),
        pytest.param(BEGIN + b"1 0 obj <<>>" + END, "damaged or incomplete", id="nothing in it"),
        pytest.param(BEGIN + b"<<" * 100_000 + END, "damaged or incomplete", id="dictionaries without end"),
        pytest.param(BEGIN + b"[" * 100_000 + END, "damaged or incomplete", id="lists without end"),
        pytest.param(BEGIN + b"1 0 obj\n" * 200_000 + END, "damaged or incomplete", id="objects without end"),
        pytest.param(
            BEGIN + b"xref\n0 1\n0000000000 65535 f \ntrailer<</Prev 9/Size 1/Root 1 0 R>>" + END,
            "damaged or incomplete",
            id="a list of objects that follows itself",
        ),
        pytest.param(BEGIN + bytes(LARGEST_FILE), "larger than 24 MB", id="too large"),
        pytest.param(with_attachments(), "carries no assessment", id="no attachment"),
        pytest.param(with_attachments(("minutes.json", RAW)), "carries no assessment", id="another attachment"),
        pytest.param(
            with_attachments(("assessment.json", RAW), ("assessment.json", RAW)),
            "more than one assessment",
            id="two assessments",
        ),
        pytest.param(
            with_packed_attachment(zlib.compress(bytes(LARGEST_FILE + 1)), "/FlateDecode"),
            "unpacks to more than 24 MB",
            id="an attachment that unpacks without end",
        ),
        pytest.param(
            with_packed_attachment(zlib.compress(RAW)[:-2], "/FlateDecode"),
            "damaged or incomplete",
            id="cut attachment",
        ),
        pytest.param(
            with_packed_attachment(b"7b7d>", "/ASCIIHexDecode"), "in a way that is not used", id="packed oddly"
        ),
    ],
)
def test_a_pdf_that_cannot_be_opened_says_why(data: bytes, told: str) -> None:
    with pytest.raises(FileError) as raised:
        attached_assessment(data)

    assert told in str(raised.value)
    assert "Bring a PDF just as it was exported here" in str(raised.value)


def test_a_locked_pdf_says_so(exported: bytes) -> None:
    locked = saved(opened(exported), pikepdf.Encryption(owner="owner", user="user"))

    with pytest.raises(FileError, match="locked with a password"):
        attached_assessment(locked)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
def test_a_damaged_pdf_gives_the_assessment_or_says_why(exported: bytes, share: float) -> None:
    place = int(len(exported) * share) + 8
    damaged = exported[:place] + b"\xff<<(" + exported[place + 4 :]

    try:
        outcome = attached_assessment(damaged)
    except FileError as error:
        outcome = str(error)[:36]

    assert outcome in (RAW, "the file: This is a PDF document tha")

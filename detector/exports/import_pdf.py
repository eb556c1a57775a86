"""The assessment in a file that somebody brought back: the file itself, or what a PDF carries."""


def assessment_in(data: bytes) -> bytes:
    """The assessment file that a PDF carries, or what was given where it is no PDF.

    Raises:
        FileError: if a PDF is damaged or locked, or does not carry exactly one assessment.

    """
    if not data.startswith(b"%PDF"):
        return data
    # The reader of PDFs takes longer to load than an assessment takes to read.
    from detector.exports.pdf_reading import attached_assessment  # noqa: PLC0415 - loaded only when asked for

    return attached_assessment(data)

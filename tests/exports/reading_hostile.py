"""Reads one file in a process of its own, and prints what was said of it and the most memory it took, in megabytes."""

import sys
from pathlib import Path

from detector.core.errors import FileError
from detector.exports.export import check_template
from detector.exports.import_pdf import assessment_in
from detector.files.assessment.decoding import decode


def peak() -> int:
    """The most memory this process has held so far, in megabytes, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def main(file: str, kind: str) -> None:
    """Read it as a template or as what is brought to the Start page."""
    data = Path(file).read_bytes()
    try:
        if kind == "template":
            check_template(data)
        else:
            decode(assessment_in(data))
        said = "taken"
    except FileError as error:
        said = str(error).replace("\n", " ")
    print(f"{peak()} {said}")


if __name__ == "__main__":
    main(*sys.argv[1:])

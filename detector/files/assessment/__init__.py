"""The assessment file: one assessment as JSON, out and in again without loss."""

from detector.files.assessment.decoding import LARGEST_FILE
from detector.files.assessment.header import FORMAT, FORMAT_VERSION
from detector.files.assessment.reading import Imported, read_assessment
from detector.files.assessment.writing import write_assessment

__all__ = ["FORMAT", "FORMAT_VERSION", "LARGEST_FILE", "Imported", "read_assessment", "write_assessment"]

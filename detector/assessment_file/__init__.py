"""The assessment file: one assessment as JSON, out and in again without loss."""

from detector.assessment_file.decoding import LARGEST_FILE
from detector.assessment_file.header import FORMAT, FORMAT_VERSION
from detector.assessment_file.reading import Imported, read_assessment
from detector.assessment_file.writing import write_assessment

__all__ = ["FORMAT", "FORMAT_VERSION", "LARGEST_FILE", "Imported", "read_assessment", "write_assessment"]

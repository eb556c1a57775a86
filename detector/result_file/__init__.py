"""The result of one assessment as JSON, for other programs."""

from detector.result_file.building import result, result_json
from detector.result_file.shapes import Result

__all__ = ["Result", "result", "result_json"]

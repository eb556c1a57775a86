"""The result of one assessment as JSON, for other programs."""

from detector.files.result.building import result, result_json
from detector.files.result.schema import Result

__all__ = ["Result", "result", "result_json"]

"""What keeps a load test from beginning."""

from detector.core.errors import DetectorError


class LoadTestError(DetectorError):
    """The test could not begin, or a server of its own would not start."""

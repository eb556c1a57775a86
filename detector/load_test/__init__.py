"""A room full of simulated people, to learn what a server bears before a workshop depends on it."""

from detector.load_test.faults import LoadTestError
from detector.load_test.measuring import Result, Target, measure
from detector.load_test.plan import Plan

__all__ = ["LoadTestError", "Plan", "Result", "Target", "measure"]

"""A report as a Word document that an officer can go on writing."""

from detector.exports.word.render import make_word

__all__ = ["make_word"]

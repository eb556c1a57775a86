"""The language of every word on a slide and in its notes, for screen readers and spelling."""

from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as SetSlide

from detector.exports.slides.elements import Element, all_of, made, put_in

LANGUAGE = "en-GB"


def in_british_english(slide: SetSlide) -> None:
    """Marks every run of the slide, of its charts and of its notes as English as written in Britain."""
    frames = [shape for shape in slide.shapes if isinstance(shape, GraphicFrame)]
    charts: list[Element] = [frame.chart.element for frame in frames if frame.has_chart]
    for root in (slide.element, slide.notes_slide.element, *charts):
        for run in all_of(root, "a:r"):
            if not all_of(run, "a:rPr"):
                put_in(run, made("a:rPr"), first=True)
        for properties in all_of(root, "a:rPr", "a:endParaRPr", "a:defRPr"):
            properties.set("lang", LANGUAGE)

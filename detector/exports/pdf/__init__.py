"""A report as PDF: tagged for screen readers (PDF/UA-1), fit to archive (PDF/A-3a), its assessment attached."""

from detector.exports.pdf.render import make_pdf, pdf_is_available, preview_png

__all__ = ["make_pdf", "pdf_is_available", "preview_png"]

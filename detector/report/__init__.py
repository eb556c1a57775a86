"""An assessment as headings, paragraphs, tables and figures with their words: one content for every document."""

"""The figures as SVG text, for every document and every machine alike: no browser, no drawing library."""

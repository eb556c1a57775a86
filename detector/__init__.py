"""Mutual Business Detector: is a council service suited to become a public service mutual?"""

# The product's version. The bank's own stands in `questions/bank.yaml`: what was asked, not how.
__version__ = "2.0.0.dev0"

"""The options appraisal: which delivery models stand open, and how often each comes first."""

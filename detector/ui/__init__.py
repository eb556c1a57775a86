"""The officer's pages. They ask, show and record, and hold no rule of the domain."""

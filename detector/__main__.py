"""`python -m detector`: see `--help`."""

from detector.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

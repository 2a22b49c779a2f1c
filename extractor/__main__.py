"""`python -m extractor` is `taizhang`."""

from extractor.cli import main

main()

"""Benchmarks: scripts, never timed tests. `make bench` runs them and writes tests/bench/RESULTS.md."""

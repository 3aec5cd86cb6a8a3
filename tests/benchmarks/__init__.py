"""Speed, measured by hand: ``python -m tests.benchmarks`` prints ratios; nothing here is asserted."""

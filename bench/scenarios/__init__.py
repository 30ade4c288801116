"""The scenarios that are measured: each module has a function `run(bench)`, which yields rows."""

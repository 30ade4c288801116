"""What is measured: one module a scenario, each with `run(bench)`, which yields rows."""

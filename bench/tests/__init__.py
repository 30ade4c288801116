"""Tests of the benchmark. `make bench` installs the peers and runs these tests first."""

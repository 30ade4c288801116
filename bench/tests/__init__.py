"""The benchmark measures what it says. `make bench` installs the peers and runs this first."""

"""The validator beside its peers: same work, same machine, one run, ratios with spread."""

"""Mechanisms: judges for clauses of one shape, such as papers that have to be ready.

A call's rules.toml fits a mechanism to a clause: `given` holds the places of the answers, the
figures and the sentences of the finding. A clause of any other shape has a function of its own in
`validator.rules`.
"""

from inspect import ismodule

from validator.rules.mechanisms import (  # noqa: F401 - MECHANISMS finds them among the names here
    attested,
    bounds,
    count_units,
    day,
    each_unit,
    each_unit_ready,
    encouraged_units,
    exact_figure,
    guidance,
    list_of,
    one_of,
    papers,
    tick,
)

MECHANISMS = tuple(filter(ismodule, tuple(vars().values())))
"""The modules of the mechanisms, and those that the mechanisms share, which hold no judge."""

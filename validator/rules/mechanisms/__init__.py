"""Mechanisms: judges that a call's data fit to a clause by figures, places and sentences.

A mechanism is one shape that many clauses have. What a clause of that shape says stands in the
call's rules.toml under `given`; whatever argues otherwise is a function in `validator.rules`.
"""

from validator.rules.mechanisms import (
    attested,
    each_unit,
    exact_figure,
    guidance,
    papers,
    tick,
)

MECHANISMS = (attested, each_unit, exact_figure, guidance, papers, tick)

"""Answers to one call that are carried over to another: kept, dropped, new, not accepted."""

from calls.folder import TEXTS

from validator import drafts
from validator.calls import load, parse
from validator.carrying import carry
from validator.example import example
from validator.fingerprint import fingerprint

CALL = load("shanxi_alliance_2023")


def other(*changes: tuple[str, str, str]) -> dict[str, str]:
    texts = dict(TEXTS)
    for name, written, instead in changes:
        assert written in texts[name], written
        texts[name] = texts[name].replace(written, instead, 1)
    return texts


NEXT = parse(
    other(
        ("call.toml", 'id = "shanxi_alliance_2023"', 'id = "shanxi_alliance_2024"'),
        ("call.toml", "year = 2023", "year = 2024"),
    )
)


def test_a_call_that_asks_the_same_keeps_every_answer() -> None:
    draft = drafts.declared(example(CALL)).draft
    carried = carry(draft, CALL, NEXT)
    own = {"notice": "shanxi_alliance_2024", "fingerprint": fingerprint(NEXT)}
    assert carried.received.draft == draft | own
    assert (carried.dropped, carried.new, carried.received.problems) == ((), (), ())


def test_an_answer_that_is_not_asked_is_named_in_words_and_left_out() -> None:
    draft = {"draft_version": 2, "notice": CALL.id}
    draft |= {"lead": {"name": "甲公司", "kind": True}, "members": [{"name": "乙", "no": [1, 2]}]}
    carried = carry(draft, CALL, NEXT)
    assert carried.received.draft["lead"] == {"name": "甲公司"}
    assert carried.received.draft["members"] == [{"name": "乙"}]
    assert carried.kept == 2
    assert [(it.label, it.words) for it in carried.dropped] == [
        ("牵头单位 › kind", "True"),
        ("成员单位第 1 家 › no", "[1, 2]"),
    ]


def test_an_answer_that_is_not_accepted_stays_and_is_a_problem() -> None:
    draft = {"notice": CALL.id, "lead": {"uscc": "123"}}
    carried = carry(draft, CALL, NEXT)
    assert carried.received.draft["lead"] == {"uscc": "123"}
    assert [problem.pointer for problem in carried.received.problems] == ["/lead/uscc"]

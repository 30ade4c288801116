"""Traces each sentence of a notice to the rules that decide it, to questions and to documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_build.form.asked import questions_in
from site_build.form.questions import sections
from validator.application.wording import described
from validator.attachments import available
from validator.rules import rules_of
from validator.rules.reads import reads_of

if TYPE_CHECKING:
    from site_build.form.parts import Question
    from validator.calls import Attachment, Call, Clause
    from validator.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a clause's text, with the rules that decide it.

    Attributes:
        clause: the clause.
        text: the text.
        rules: the rules that decide it, each with the questions that it can read.
    """

    clause: Clause
    text: str
    rules: tuple[tuple[Rule, tuple[Question, ...]], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The traces of all sentences of a call's notice, and what no sentence leads to.

    Attributes:
        sentences: the sentences, in the order of the notice.
        documents: by a clause's position, the documents that the clause asks for.
        unread: the questions that no rule reads.
        loose: the documents that no clause asks for.
        hints: the rules that decide no sentence, each with the questions that it can read.
    """

    sentences: tuple[Sentence, ...]
    documents: dict[str, tuple[Attachment, ...]]
    unread: tuple[Question, ...]
    loose: tuple[Attachment, ...]
    hints: tuple[tuple[Rule, tuple[Question, ...]], ...]


def trace(call: Call) -> Trace:
    """Trace the sentences of a call's notice."""
    asked = {it.pointer: it for it in questions_in(sections(call, described(call)))}
    reads = reads_of(call)
    rules = {
        rule.id: (rule, tuple(it for place, it in asked.items() if place in reads[rule.id]))
        for rule in rules_of(call)
    }
    decided = {rule for clause in call.clauses for rule in clause.rules}
    read = frozenset().union(*reads.values())
    documents = available(call)
    return Trace(
        sentences=tuple(
            Sentence(clause, part.text, tuple(rules[rule] for rule in part.rules))
            for clause in call.clauses
            for part in clause.parts
            if any(letter.isalnum() for letter in part.text)
        ),
        documents={
            clause.position: tuple(it for it in documents if it.position == clause.position)
            for clause in call.clauses
        },
        unread=tuple(it for place, it in asked.items() if place not in read),
        loose=tuple(it for it in documents if not it.position),
        hints=tuple(found for rule, found in rules.items() if rule not in decided),
    )

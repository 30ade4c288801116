"""MkDocs hook: publishes each call as JSON, at addresses that never change, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from site_build import call_schemas
from site_build.form.asked import questions_in
from site_build.form.questions import sections
from site_build.pages import calls
from validator.application.wording import described
from validator.attachments import available
from validator.fingerprint import fingerprint
from validator.rules import rules_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from site_build.form.parts import Question
    from validator.calls import Call

LIST = f"{calls.FOLDER}/index.json"
"""The address of the list of calls, from the site's root."""
NAMES = ("call", "notice", "rules", "questions")
"""What is published of each call besides its schema, as `data/<name>.json` in the call's folder."""


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the list of calls, the files of each call, and the schemas of a call's files."""
    published = calls.published()
    said = {LIST: {"calls": [_listed(call) for call in published]}}
    for call in published:
        for name, content in zip(NAMES, (_call, _notice, _rules, _questions), strict=True):
            said[address(call.id, name)] = content(call)
    for file in sorted(call_schemas.FOLDER.iterdir()):
        place = f"{calls.FOLDER}/schema/{file.name}"
        files.append(File.generated(config, place, abs_src_path=str(file)))
    for place, told in said.items():
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        files.append(File.generated(config, place, content=text))
    return files


def address(call_id: str, name: str) -> str:
    """Return the address of one of `NAMES`, from the site's root."""
    return calls.place(call_id, f"data/{name}.json")


def _listed(call: Call) -> dict[str, Any]:
    return {
        "id": call.id,
        "title": call.title,
        "programme": call.programme,
        "year": call.year,
        "issuer": call.issuer,
        "issued": str(call.issued),
        "window": call.window.model_dump(mode="json"),
        "fingerprint": fingerprint(call),
        "data": {name: f"{call.id}/data/{name}.json" for name in NAMES},
        "schema": f"{call.id}/application.schema.json",
    }


def _call(call: Call) -> dict[str, Any]:
    left_out = {"clauses", "rules", "questions", "precheck", "readings"}
    said = call.model_dump(mode="json", exclude=left_out)
    said["documents"] = [
        {"name": it.name, "title": it.title, "clause": it.position, "layout": it.layout}
        for it in available(call)
    ]
    return said | {"fingerprint": fingerprint(call)}


def _notice(call: Call) -> dict[str, Any]:
    clauses = [
        {
            "position": clause.position,
            "heading": clause.heading,
            "text": clause.text,
            "parts": [part.model_dump(mode="json") for part in clause.parts],
            "address": f"../notice/#{clause.anchor}",
        }
        for clause in call.clauses
    ]
    return {"title": call.title, "clauses": clauses}


def _rules(call: Call) -> dict[str, Any]:
    rules = [
        {
            "id": rule.id,
            "title": rule.title,
            "strength": {"code": rule.strength.value, "label": rule.strength.label},
            "kind": {"code": rule.kind.value, "label": rule.kind.label},
            "clauses": [clause.position for clause in call.clauses_of(rule.id)],
            "quote": call.quote(rule.id),
            "readings": {number: call.readings[number] for number in rule.readings},
            "judge": rule.judged_by.name,
            "statuses": sorted(status.value for status in rule.statuses),
        }
        for rule in rules_of(call)
    ]
    return {"fingerprint": fingerprint(call), "rules": rules}


def _questions(call: Call) -> dict[str, Any]:
    found = sections(call, described(call))
    return {
        "sections": [
            {
                "pointer": section.body.pointer,
                "title": section.body.title,
                "questions": [_question(it) for it in questions_in((section,))],
            }
            for section in found
        ]
    }


def _question(question: Question) -> dict[str, Any]:
    said = asdict(question).items()
    return {key: value for key, value in said if key != "control" and value not in ("", None, ())}

"""The commands for a draft: example, check, report, schema, rules, fill."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from validator import attachments, drafts, views
from validator.calls import Call
from validator.check import check
from validator.cli.drafts_in import LEFT_BLANK, call_of, draft_in, listed, read_whole
from validator.cli.output import put_out, tell_of_others, write_files
from validator.example import example
from validator.report import Outcome, Report
from validator.rules import rules_of
from validator.text_report import as_table, as_text
from validator.usage import harmless

_PACKED = ".zip"
_EXIT = {Outcome.NO_VIOLATION_FOUND: 0, Outcome.NOT_MET: 1, Outcome.INCOMPLETE: 3}


def print_example(options: argparse.Namespace) -> int:
    """Put out a made-up draft."""
    put_out(drafts.save(example(call_of(options), minimal=options.minimal)), options)
    return 0


def print_check(options: argparse.Namespace) -> int:
    """Put out the report of a draft."""
    application = read_whole(options).application
    call = call_of(options, application)
    report = check(application, call, options.on)
    put_out(
        _as_json(report)
        if options.format == "json"
        else harmless(as_text(report, call, application)),
        options,
    )
    return _EXIT[report.outcome]


def write_report(options: argparse.Namespace) -> int:
    """Write the report of a draft as a page or a document."""
    received = read_whole(options)
    call = call_of(options, received.application)
    content = REPORTS[options.output.suffix.lower()](received, call, options.on)
    write_files({options.output: content}, options)
    return 0


def _report_page(received: drafts.Received, call: Call, on: date | None) -> bytes:
    application = received.application
    report = check(application, call, on)
    return views.report_page(views.account(report, application, call)).encode()


def _report_document(received: drafts.Received, call: Call, on: date | None) -> bytes:
    day = on or received.application.submission.planned_on
    return attachments.fill(attachments.REPORT, received, call, day)


REPORTS = {".html": _report_page, ".docx": _report_document}
"""What makes a report, by the ending of its file."""


def print_schema(options: argparse.Namespace) -> int:
    """Put out the JSON Schema of a draft."""
    put_out(json.dumps(drafts.schema(call_of(options)), ensure_ascii=False, indent=2), options)
    return 0


def print_rules(options: argparse.Namespace) -> int:
    """Put out the table of rules."""
    call = call_of(options)
    put_out(as_table(rules_of(call), call), options)
    return 0


def fill(options: argparse.Namespace) -> int:
    """Write all that is handed in."""
    received, output = draft_in(options), options.output
    if received.problems:
        sys.stderr.write(f"提示：{harmless(listed(received.problems, LEFT_BLANK))}\n")
    call = call_of(options, received.application)
    on = received.application.submission.planned_on
    if output.suffix.lower() == _PACKED and not output.is_dir():
        write_files({output: attachments.bundle(received, call, on, clean=options.clean)}, options)
    else:
        made = attachments.files(received, call, on, clean=options.clean)
        write_files(
            {output / name: content for name, content in made.items()}, options, folder=output
        )
        tell_of_others(output, made)
    return 0


def _as_json(report: Report) -> str:
    return report.model_dump_json(indent=2)

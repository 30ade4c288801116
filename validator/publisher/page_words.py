"""What a page of a call may use: names, filters, parts of the site's, and pages to link to.

The site's build gives these things; this list of them is here so that a folder can be looked at
where the site is not built, such as in a browser. A test holds it against what the build gives.
"""

from __future__ import annotations

FOLDER = "pages/"
"""Where a call's own pages lie in its folder."""
NAMES = frozenset(
    {
        *("version", "url", "call", "is_over", "literal", "groups", "strengths", "kinds", "has"),
        *("clause", "clause_url", "rule", "reading_url", "quote", "form_parts", "field_url"),
        *("finding_url", "attachments", "has_members", "blank_url", "trace", "placeholders"),
        "members_url",
    }
)
FILTERS = frozenset({"window_cn", "date_cn", "day_cn", "weekday_cn", "years_before"})
PARTS = frozenset(
    {
        *("contact.html", "moved.html", "notice.html", "placeholders.html", "rules.html"),
        *("speed.html", "trace.html", "ways.html", "window.html"),
    }
)
"""What may be included."""
COMMON = frozenset(
    {
        *("index.md", "notice.md", "rules.md", "data/placeholders.md", "data/trace.md"),
        *("guide/attachments.md", "guide/conditions.md", "guide/materials.md"),
        *("guide/questions.md", "guide/submission.md", "tools/pre-check.md"),
        "tools/self-check.md",
    }
)
"""The pages that every call has, whether or not its folder has a page of the same name."""
OF_THE_SITE = frozenset(
    {
        *("index.md", "about/check-call.md", "about/first-call.md", "about/privacy.md"),
        *("about/publishing.md", "about/speed.md", "about/versions.md"),
    }
)
"""The pages that belong to no call."""
KEYS = ("title", "description", "hide", "search", "window", "tool")
"""The keys between the two lines --- at the beginning of a page."""

"""Watches a browser page for what must never happen on this site."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page, Route

_REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => console.error(
  `Content Security Policy: ${event.effectiveDirective} refused ${event.blockedURI}`));
"""


@dataclass
class Watch:
    """What a page did wrong: addresses of other hosts, breaches of the policy, errors."""

    origin: str
    foreign: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def guard(self, context: BrowserContext) -> None:
        """Refuse requests to other hosts, and record these and all errors of the context."""
        context.route(lambda url: not url.startswith((self.origin, "data:", "blob:")), self._refuse)
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("console", lambda message: self._sort(message.type, message.text))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def follow(self, page: Page) -> None:
        """Record the page's crash, and what the browser logs about the page and its workers."""
        page.on("crash", lambda _: self.errors.append("the page crashed"))
        log = page.context.new_cdp_session(page)
        log.on("Log.entryAdded", lambda told: self._sort("log", told["entry"]["text"]))
        log.send("Log.enable")

    def verify(self) -> None:
        """Fail if anything was recorded."""
        assert (self.foreign, self.violations, self.errors) == ([], [], [])

    def _refuse(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()

    def _sort(self, kind: str, text: str) -> None:
        if "content security policy" in text.lower():
            self.violations.append(text)
        elif kind == "error":
            self.errors.append(text)

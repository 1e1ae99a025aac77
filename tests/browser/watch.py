"""Hears everything that goes wrong in a browser context: errors, refused and failed requests, other hosts."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  console.error("policy: " + event.effectiveDirective + " refuses " + (event.blockedURI || "inline"));
});"""


class Watch:
    """Notes problems from now on. A page that does not exist may answer 404; nothing else may."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._origin = origin
        context.add_init_script(LISTEN)
        context.on("console", self._hear)
        context.on("weberror", self._note_error)
        context.on("request", self._note_request)
        context.on("requestfailed", self._note_failure)
        context.on("response", self._note_answer)

    def _hear(self, message: ConsoleMessage) -> None:
        # What could not be loaded is noted below, with its address.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.problems.append(message.text)

    def _note_error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((f"{self._origin}/", "data:", "blob:")):
            self.problems.append(f"another host: {request.url}")

    def _note_failure(self, request: Request) -> None:
        # A page that is left before it is complete breaks off what it still loads.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _note_answer(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"{response.status}: {response.url}")

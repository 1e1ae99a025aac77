"""``helpcenter serve``: the live site behind the preview's server, where the settings or the command say."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from helpcenter.host.live import LiveSite
from helpcenter.host.running import opened
from helpcenter.host.settings.file import LANGUAGE
from helpcenter.host.settings.places import with_port
from helpcenter.preview.listening import Holder, Listener, holder, listen, listen_near, port_of
from helpcenter.preview.server import Listening, LivePreview, server
from helpcenter.preview.state import LiveState
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import messages, nearest_language

AUTO = 0
"""Instead of a port: the first free one from the usual one on."""
HOST, PORT = "127.0.0.1", 8000
_NO_ADDRESS = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES, errno.EAFNOSUPPORT}


class AddressError(CannotRunError):
    """The preview cannot listen at ``address``; ``taken`` when another program does, which is ``by``, if known."""

    def __init__(self, address: str, *, taken: bool, by: Holder | None = None) -> None:
        super().__init__(address)
        self.address, self.taken, self.by = address, taken, by


def run_preview(
    root: Path,
    host: str | None,
    port: int | None,
    announce: Callable[[str, AddressError | None], None],
    told: Callable[[LiveState], None],
    *,
    staff: bool = False,
) -> None:
    """Serve until interrupted, where ``dev_addr`` of ``mkdocs.yml`` says unless ``host`` or ``port`` say otherwise.

    ``announce`` is called with the address, and with what is in the way of the usual one where that is taken; every new
    state is ``told``. Raises AddressError when the address cannot be had.
    """
    settings = opened(root)
    config = settings.config
    usual = (config.dev_addr.host, config.dev_addr.port) if config else (HOST, PORT)
    place = host or usual[0]
    listener, instead_of = _listener(place, usual[1] if port in (None, AUTO) else port or PORT, is_auto=port == AUTO)
    base = urlsplit(config.site_url or "").path if config else ""
    at = Listening(place, f"/{base.strip('/')}/" if base.strip("/") else "/")
    announce(f"http://{with_port(place, port_of(listener))}{at.base}", instead_of)
    words = messages(nearest_language(settings.language or LANGUAGE))
    with TemporaryDirectory(prefix="helpcenter-serve-", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder  # a whole build that is broken off leaves nothing
        server(LivePreview(LiveSite(root, staff=staff), words, at, told)).run([listener])


def _listener(host: str, port: int, *, is_auto: bool) -> tuple[Listener, AddressError | None]:
    address = with_port(host, port)
    try:
        return listen(host, port), None
    except OSError as error:
        if error.errno not in _NO_ADDRESS:
            raise CannotRunError(f"{address}: {error.strerror or error}") from None
        is_taken = error.errno == errno.EADDRINUSE
        refused = AddressError(address, taken=is_taken, by=holder(port) if is_taken else None)
    if not (is_auto and is_taken):
        raise refused
    return listen_near(host, port), refused

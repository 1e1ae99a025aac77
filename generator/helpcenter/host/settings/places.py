"""Where the content, the site and the preview are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from helpcenter.host.settings.file import DOCS_DIR, SettingsFile, is_folder
from helpcenter.problems import Location, Problem, problem

_PORT = re.compile(r"[0-9]{1,5}\Z")

def check_content(file: SettingsFile) -> Iterator[Problem]:
    """Yield why the content cannot be read where ``docs_dir`` says, or the site not be written."""
    folder = file.values.get("docs_dir")
    place = file.at("docs_dir")
    if folder is not None and not isinstance(folder, str):
        yield problem("not-text", place, field="docs_dir", value=folder)
        return
    real, root = os.path.realpath(file.docs()), os.path.realpath(file.root)
    inside = Path(real).is_relative_to(root) and real != root
    if not inside or not is_folder(file.docs()):
        yield problem("bad-docs-dir", place, value=folder or DOCS_DIR)
    elif not os.access(real, os.R_OK | os.X_OK):
        yield problem("no-permission", Location(str(folder or DOCS_DIR)))
    else:
        site = os.path.realpath(file.root / str(file.values.get("site_dir") or "site"))
        if Path(site).is_relative_to(real) or Path(real).is_relative_to(site):
            yield problem("overlapping-folders", file.at("site_dir"))


def check_address(file: SettingsFile) -> Iterator[Problem]:
    """Yield why the preview cannot listen where ``dev_addr`` says."""
    value = file.values.get("dev_addr")
    if value is not None and not (isinstance(value, str) and is_address(value)):
        yield problem("bad-dev-addr", file.at("dev_addr"), value=value)


def check_url(file: SettingsFile, name: str) -> Iterator[Problem]:
    """Yield that the setting ``name`` is no full address."""
    value = file.values.get(name)
    if value and not (isinstance(value, str) and _is_url(value)):
        yield problem("bad-url", file.at(name), field=name, value=value)


def is_host(text: str) -> bool:
    """Return whether the preview can listen there: ``localhost`` or an IP address, version 6 in brackets or not."""
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    try:
        return text == "localhost" or bool(ip_address(bare))
    except ValueError:
        return False


def with_port(host: str, port: int) -> str:
    """Return host and port as ``dev_addr`` has them, version 6 in brackets."""
    return f"[{host}]:{port}" if ":" in host and not host.startswith("[") else f"{host}:{port}"


def is_address(text: str) -> bool:
    """Return whether ``text`` is a host, a colon and a port."""
    host, colon, port = text.rpartition(":")
    return bool(colon) and is_host(host) and bool(_PORT.match(port)) and 0 < int(port) < 65536


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)

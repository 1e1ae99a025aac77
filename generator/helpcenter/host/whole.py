"""One state of a site with other plugins than ours: built whole by MkDocs into a folder, and served from there."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from helpcenter.build import Prepared
from helpcenter.host.asked import media_type
from helpcenter.host.beside import BesidePages
from helpcenter.host.extra_files import keep_nothing
from helpcenter.host.running import plugin_of, write_site
from helpcenter.host.settings.brand import brand_of
from helpcenter.preview.state import Served


class WholeSite:
    """A site in one state, whose files are there."""

    def __init__(self, prepared: Prepared, config: MkDocsConfig) -> None:
        """Build the site. Raises CannotRunError when MkDocs or a plugin refuses."""
        self._folder = TemporaryDirectory(prefix="helpcenter-preview-")
        root = Path(self._folder.name, "site")
        write_site(config, prepared, root)
        if prepared.project.staff:
            keep_nothing(root)
        built, brand = plugin_of(config).built, brand_of(config.theme, Path(config.docs_dir))
        self._beside = BesidePages(prepared, built, brand) if built else None
        self._files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}

    def get(self, path: str) -> Served | None:
        """Return what was written for ``path``, or what only a preview has; None where that is nothing."""
        file = self._files.get(f"{path}index.html" if not path or path.endswith("/") else path)
        if file is None:
            return self._beside.get(path) if self._beside else None
        return Served(file.read_bytes(), media_type(path), self._beside.about(path) if self._beside else "")

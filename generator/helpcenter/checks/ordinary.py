"""Ordinary pages: their links lead somewhere, their pictures exist, and each anchor stands once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.checks.images import check_image
from helpcenter.checks.texts import drafts_of, excused, found_in
from helpcenter.problems import Problem, problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.texts.ordinary_texts import OrdinaryText


def check_ordinary(loaded: Loaded, project: Project, pages: tuple[OrdinaryText, ...]) -> Iterator[Problem]:
    """Yield a problem for everything that is wrong in ordinary pages."""
    drafts = drafts_of(loaded)
    for found in pages:
        page, rendered = found.page, found.rendered
        for fault in rendered.faults:
            if not excused(fault, loaded):
                yield found_in(fault, page.at_text(fault.at, skip=fault.skip, nth=fault.nth))
        for src in rendered.images:
            yield from check_image(src, page.at_text(posixpath.basename(src)), project, loaded.files)
        for target in rendered.links if not page.is_draft else ():
            if target in drafts:
                yield problem("refers-to-draft", page.at_text(f"]({target}", skip=2), field=page.name, id=target)
        taken: set[str] = set()
        for heading in page.headings:
            if heading.anchor in taken:
                start = sum(len(line) + 1 for line in page.text.split("\n")[: heading.line])
                yield problem("duplicate-part-id", page.at(start), id=heading.anchor, entry=page.name)
            taken.add(heading.anchor)

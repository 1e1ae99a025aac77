"""Matches of espanso, which puts an answer wherever one types ``:`` and its id; the file goes into ``match/``.

https://espanso.org/docs/matches/basics/ tells trigger, replace, label and search_terms. ``espanso-render`` reads
``{{name}}`` as a variable and ``\\{\\{`` as two braces (``src/renderer/util.rs``); ``$|$`` is where the cursor goes.
There are no folders: the label begins with the topic. Plain text only.

A blank is a field of a form, which espanso shows before it types (https://espanso.org/docs/matches/forms/): ``vars``
asks, and what was told stands in ``{{form1.name}}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.exports.answer import Answer, Exported, pictures_left_out
from helpcenter.exports.placeholders import as_shown, taken_for_placeholders
from helpcenter.sources.yaml.writer import quoted

CURSOR, BRACES, END = "$|$", "\\{\\{", "\\}\\}"
FORM = "form1"


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a match for each answer."""
    lines = ["matches:" if answers else "matches: []", *(line for answer in answers for line in _match(answer, whole))]
    signs = (CURSOR, BRACES, END)
    losses = (*pictures_left_out(answers, whole=whole), *taken_for_placeholders(answers, signs, whole=whole))
    return Exported("espanso.yml", "".join(f"{line}\n" for line in lines).encode(), losses)


def _match(answer: Answer, whole: bool) -> Iterator[str]:
    text = (answer.whole if whole else answer.short).replace("{{", BRACES).replace("}}", END)
    for blank in answer.blanks:
        text = text.replace(f"{BRACES}{blank.name}{END}", f"{{{{{FORM}.{blank.name}}}}}")
    (shown,) = as_shown([answer])
    yield f"  - trigger: {quoted(f':{answer.id}')}"
    yield f"    replace: {quoted(text)}"
    yield f"    label: {quoted(f'{answer.folder} / {shown.title}')}"
    if answer.blanks:
        layout = "\n".join(f"{blank.label} [[{blank.name}]]" for blank in answer.blanks)
        yield f"    vars: [{{name: {FORM}, type: form, params: {{layout: {quoted(layout)}}}}}]"
    if answer.keywords:
        yield f"    search_terms: [{', '.join(map(quoted, answer.keywords))}]"

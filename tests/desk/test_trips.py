"""Agent mode walks as replay does: every journey of every flow, by the scripts that ship, run by Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import helpcenter
from helpcenter.build import Built
from helpcenter.desk.flows import flows_for_desk
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.journeys import journeys
from helpcenter.flow.paths import walk
from helpcenter.flow.replay import replay
from tests.making import built

from .test_flows import FILES

NODE = shutil.which("node")
ASSETS = Path(helpcenter.__file__).parent / "rendering" / "assets"
pytestmark = pytest.mark.skipif(NODE is None, reason="the walk is JavaScript and Node is not installed")

ALL = """
var found = [];
function go(trip, options, start) {
  if (trip.flow !== start) { found.push([options, trip.flow.id + trip.address]); return; }
  var at = desk.stateOf(trip).at;
  var [text, ways] = trip.flow.sections[at];
  if (at === "contact") { return; }
  var kind = desk.nodeOf(trip.flow, at).kind;
  if (kind !== "question" && kind !== "do") { found.push([options, desk.addressOf(trip, "")]); }
  ways.forEach(([option]) => { go(desk.chosen(job.flows, trip, option, ""), options + " " + option, start); });
}
var flow = job.flows.find((one) => one.id === job.id);
go(desk.begun(flow, "", ""), "", flow);
console.log(JSON.stringify(found));
"""


def run(code: str, job: dict[str, Any]) -> Any:
    """Run ``code`` with the walks of the desk as ``desk`` and ``job``, and return what it prints."""
    assert NODE is not None
    begin = 'process.argv.slice(1).forEach(require); var desk = HelpcenterTrips;'
    begin += 'var job = JSON.parse(require("fs").readFileSync(0, "utf8"));'
    parts = [str(ASSETS / f"{name}.js") for name in ("flow-state", "desk/trips")]
    done = subprocess.run(
        [NODE, "-e", begin + code, *parts], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=120
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


def written(anchor: str, answers: Sequence[tuple[str, str]]) -> str:
    """Return the address of a section with the answers that led there."""
    pairs = "&".join(f"{node}={option}" for node, option in answers)
    return f"#{anchor}?{pairs}" if pairs else f"#{anchor}"


def data_of(made: Built) -> list[dict[str, Any]]:
    """Return the flows of a help center as the desk has them."""
    return flows_for_desk(made.book, made.layout.renderer)


def all_journeys(found: Compiled, starts: Mapping[str, str]) -> list[list[str]]:
    """Return the options of every journey, and where ``replay`` says that they lead: an address, or another flow."""
    told = []
    for journey in journeys(found.graph, found.sections):
        given: dict[str, list[str]] = {}
        for edge in journey:
            given.setdefault(edge.node, []).append(edge.option)
        answers = [(edge.node, edge.option) for edge in journey]
        options = "".join(f" {option}" for _, option in answers)
        place = replay(found.graph, given).place
        if (section := walk(found.sections, answers)) is None:
            told.append([options, f"{place}#{starts[place]}" if place in starts else place])
        else:
            assert section.node == place
            told.append([options, written(section.anchor, answers)])
    return told


def journeys_agree(made: Built) -> int:
    """Hold every journey at the desk against ``replay``; returns how many there are."""
    data, count = data_of(made), 0
    starts = {flow["id"]: flow["start"] for flow in data}
    for name in starts:
        expected = all_journeys(made.book.typeset.flows[name], starts)
        assert run(ALL, {"flows": data, "id": name}) == expected
        count += len(expected)
    return count


def test_agent_mode_takes_every_journey_to_where_replay_says(tmp_path: Path, example_pages: Built) -> None:
    assert journeys_agree(built(tmp_path, FILES)) > 20
    assert journeys_agree(example_pages) > 1000


SOME = """
function told(trip, platform) {
  var answers = desk.answersOf(trip).map(({flow, step}) => [flow.id, step.id, step.option]);
  return [trip.flow.id, desk.stateOf(trip).at, answers, desk.addressOf(trip, platform)];
}
var found = job.walks.map(([id, node, platform, steps]) => {
  var trip = desk.begun(job.flows.find((one) => one.id === id), node, platform);
  var seen = [told(trip, platform)];
  steps.forEach((step) => {
    var next = typeof step === "number" ? desk.answersOf(trip)[step].trip : desk.chosen(job.flows, trip, step, platform);
    if (next) { trip = next; }
    seen.push(next ? told(trip, platform) : null);
  });
  return seen;
});
console.log(JSON.stringify(found));
"""


def walked(folder: Path, flow: str, *steps: str | int, node: str = "", platform: str = "") -> list[Any]:
    """Return what the desk tells of a walk at its start and after each step: an option, or an answer to give again."""
    data = data_of(built(folder, FILES))
    (found,) = run(SOME, {"flows": data, "walks": [[flow, node, platform, list(steps)]]})
    return list(found)


def test_a_trip_goes_on_in_another_flow_and_remembers_the_first(tmp_path: Path) -> None:
    *_, last = walked(tmp_path, "second", "other", "half", "kept")
    assert last[:2] == ["why-not", "withdraw-now"]
    assert last[2] == [["second", "where", "other"], ["second", "who", "half"], ["why-not", "parcel", "kept"]]
    assert last[3] == "#withdraw-now?parcel=kept"


def test_an_answer_is_given_again_also_in_the_flow_before(tmp_path: Path) -> None:
    *_, again, other = walked(tmp_path, "second", "other", "half", "kept", 1, "unsure")
    assert again[:3] == ["second", "who", [["second", "where", "other"]]]
    assert other[:2] == ["second", "call"]
    assert other[2] == [["second", "where", "other"], ["second", "who", "unsure"]]


def test_later_answers_wait_where_an_earlier_one_is_given_again(tmp_path: Path) -> None:
    *_, again, other = walked(tmp_path, "why-not", "request", "applied", "shipped", 0, "unsure")
    assert again[1] == "what"
    assert again[3] == "#what"
    assert other[1] == "too-late"
    assert other[3] == "#too-late?what=unsure&status=applied&parcel=shipped"


def test_who_is_known_to_have_bought_somewhere_is_not_asked(tmp_path: Path) -> None:
    (known,) = walked(tmp_path, "second", platform="jd")
    assert known == ["second", "who", [["second", "where", "jd"]], "?platform=jd#who?where=jd"]
    (unknown,) = walked(tmp_path, "second", platform="wechat")
    assert unknown[1] == "where"


def test_a_trip_begins_at_any_node(tmp_path: Path) -> None:
    (found,) = walked(tmp_path, "why-not", node="parcel")
    assert found == ["why-not", "parcel", [], "#parcel"]
    (end,) = walked(tmp_path, "second", node="call", platform="jd")
    assert end[1] == "call"


def test_a_way_into_a_flow_that_is_not_there_is_none(tmp_path: Path) -> None:
    alone = [flow for flow in data_of(built(tmp_path, FILES)) if flow["id"] == "second"]
    (found,) = run(SOME, {"flows": alone, "walks": [["second", "", "", ["other", "buyer"]]]})
    assert found[-1] is None

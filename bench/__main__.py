"""The commands: `python -m bench make|build|save|weigh|flows|search|promises|lighthouse`, from the project's folder."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from bench import first_result, flows, keeping, lighthouse, report, saving, saving_table, search, sitting, tools, weight
from bench.center import page_id
from bench.files import page_files, remove, write
from bench.measure import CommandError

SEED: Final = 20261120
SIZES: Final = (1000, 5000)
WEIGHED_SIZES: Final = (100, 5000)
NODES: Final = (5000, 10000)
ENTRIES: Final = (617, 5883)
ROUNDS: Final = 3
WORDS: Final = ("退款", "物流", "优惠券", "发票", "积分")
"""What is typed into the search of each tool: common words of the made help center, which all tools find."""
KEEP_HELP: Final = "leave projects and sites where they were built"


FAILURES: Final = (
    sitting.PagesMissingError,
    CommandError,
    lighthouse.LighthouseError,
    first_result.NoBrowserError,
    keeping.NotMeasuredError,
)


def main() -> int:
    """Run the command; the exit code is 1 when it could not be carried out, or a promise is not kept."""
    arguments = _parser().parse_args()
    try:
        return int(arguments.run(arguments) or 0)
    except FAILURES as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure this program against its peers.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    making = _sized(commands.add_parser("make", help="only write the projects"), SIZES, tuple(tools.TOOLS))
    making.set_defaults(run=_make)
    building = _sized(commands.add_parser("build", help="time cold builds"), SIZES, tuple(tools.TOOLS))
    building.add_argument("--rounds", type=int, default=ROUNDS, help="builds of each tool at each size (%(default)s)")
    building.add_argument("--json", type=Path, help="also write every sample to this file")
    building.add_argument("--keep", action="store_true", help=KEEP_HELP)
    building.set_defaults(run=_build)
    _add_save(commands.add_parser("save", help="time saves until a preview shows the new page"))
    weighing = _sized(commands.add_parser("weigh", help="weigh a built article page"), WEIGHED_SIZES, (tools.THIS,))
    weighing.add_argument("--keep", action="store_true", help=KEEP_HELP)
    weighing.set_defaults(run=_weigh)
    walking = commands.add_parser("flows", help="time the checks of large flows")
    walking.add_argument("--nodes", type=int, nargs="+", default=NODES, help="questions and outcomes (%(default)s)")
    walking.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is checked (%(default)s)")
    walking.add_argument("--seed", type=int, default=SEED, help="the flow's seed (%(default)s)")
    walking.set_defaults(run=_flows)
    finding = commands.add_parser("search", help="weigh and time the search")
    finding.add_argument("--entries", type=int, nargs="+", default=ENTRIES, help="sizes (%(default)s)")
    finding.add_argument("--rounds", type=int, default=ROUNDS, help="how often each index is made (%(default)s)")
    finding.add_argument("--seed", type=int, default=SEED, help="the collection's seed (%(default)s)")
    finding.add_argument("--browser", action="store_true", help="answer in Chromium, though there is Node")
    finding.set_defaults(run=_search)
    _add_promises(commands.add_parser("promises", help="measure all that is promised; exit 1 where it is not kept"))
    auditing = commands.add_parser("lighthouse", help="run Lighthouse on pages of a built site")
    auditing.add_argument("site", type=Path, help="folder of the built site")
    auditing.add_argument("paths", nargs="*", default=["/"], help="addresses of pages, such as /cancel-order-1/")
    auditing.set_defaults(run=_lighthouse)
    return parser


def _add_save(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sizes", type=int, nargs="+", default=saving.SIZES, help="sizes of the help center, in pages")
    parser.add_argument("--tools", nargs="+", choices=saving.SERVERS, default=saving.SERVERS, help="who takes part")
    parser.add_argument("--edits", type=int, default=saving.EDITS, help="saves of each tool at each size (%(default)s)")
    parser.add_argument("--seconds", type=float, default=saving.BUDGET, help="when a slow tool stops (%(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="do not measure open pages, in Chromium")
    parser.add_argument("--seed", type=int, default=SEED, help="the text's seed (%(default)s)")
    parser.add_argument("--keep", action="store_true", help=KEEP_HELP)
    parser.set_defaults(run=_save)


def _add_promises(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="without the sites of 5,000 pages")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is timed (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="the seed of texts, entries and flows (%(default)s)")
    parser.add_argument("--keep", action="store_true", help=KEEP_HELP)
    parser.set_defaults(run=_promises)


def _sized(parser: argparse.ArgumentParser, sizes: tuple[int, ...], names: tuple[str, ...]) -> argparse.ArgumentParser:
    parser.add_argument("--pages", type=int, nargs="+", default=sizes, help="sizes of the help center, in pages")
    parser.add_argument("--tools", nargs="+", choices=tuple(tools.TOOLS), default=names, help="who takes part")
    parser.add_argument("--seed", type=int, default=SEED, help="the text's seed (%(default)s)")
    return parser


def _tidy(arguments: argparse.Namespace) -> None:
    """Remove what was built, unless it is to be kept."""
    if arguments.keep:
        print(f"kept in {tools.SCRATCH}", file=sys.stderr)
    else:
        remove(tools.SCRATCH)


def _make(arguments: argparse.Namespace) -> None:
    for pages in arguments.pages:
        sitting.make_projects(sitting.named(arguments.tools), pages, arguments.seed)
    print(f"made in {tools.SCRATCH}")


def _build(arguments: argparse.Namespace) -> None:
    taking_part = sitting.named(arguments.tools)
    tools.install(taking_part)
    results = []
    for pages in arguments.pages:
        results += sitting.sit(taking_part, pages, arguments.rounds, arguments.seed)
    print(report.table(results))
    if arguments.json is not None:
        write(arguments.json, report.as_json(results, tools.versions(), arguments.seed))
    _tidy(arguments)


def _save(arguments: argparse.Namespace) -> None:
    taking_part = sitting.named(arguments.tools)
    tools.install(taking_part)
    found = []
    for pages in arguments.sizes:
        found += saving.measure(
            taking_part, pages, arguments.edits, arguments.seconds, arguments.seed, in_browser=not arguments.no_browser
        )
        print(saving_table.table(found), flush=True)
    _tidy(arguments)


def _weigh(arguments: argparse.Namespace) -> None:
    taking_part = sitting.named(arguments.tools)
    tools.install(taking_part)
    for tool in taking_part:
        for pages in arguments.pages:
            sitting.make_projects_apart([tool], pages, arguments.seed)
            sitting.build(tool, pages)
            sitting.check(tool, pages)
        print(weight.report(tool, arguments.pages))
        for pages in arguments.pages:
            print(f"  {pages:>6} pages: before the first result {_before_first_result(tool, pages)}")
    _tidy(arguments)


def _before_first_result(tool: tools.Tool, pages: int) -> str:
    if tool.search is None:
        return "not measured: no search here that is known"
    site = sitting.folder_of(tool, pages) / tool.site
    return f"{first_result.first_result(site, page_files(site)[page_id(0)], WORDS, tool.search):.0f}"


def _flows(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(flows.table(flows.measure(Path(folder), arguments.nodes, arguments.rounds, arguments.seed)))


def _search(arguments: argparse.Namespace) -> None:
    found = search.measure(arguments.entries, arguments.rounds, arguments.seed, in_browser=arguments.browser)
    print(search.table(found))


def _promises(arguments: argparse.Namespace) -> int:
    found = keeping.measured(arguments.rounds, arguments.seed, quick=arguments.quick)
    print(keeping.table(found))
    _tidy(arguments)
    return 1 if keeping.broken(found) else 0


def _lighthouse(arguments: argparse.Namespace) -> None:
    lighthouse.install()
    print(lighthouse.report(arguments.site, arguments.paths))


if __name__ == "__main__":
    sys.exit(main())

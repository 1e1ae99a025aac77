"""What a reader sees of a page, measured in the browser: sizes, colours, what can be seen at all."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

_VISIBLE = """
const visible = (element) => {
  const ways = {opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true};
  if (!element.checkVisibility(ways)) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
};
const name = (element) => {
  const classes = [...element.classList].map((one) => "." + one).join("");
  const text = (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 30);
  return element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + classes + " " + JSON.stringify(text);
};
const texts = function* (root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const kept = parent.closest("script, style, noscript, template, textarea, .hc-hidden");
    if (!kept && walker.currentNode.data.trim()) yield [walker.currentNode, parent];
  }
};
"""

_WIDE = """(width) => {
  const cut = (element) => {
    for (let box = element.parentElement; box && box !== document.documentElement; box = box.parentElement) {
      if (box !== document.body && getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const found = [...document.body.querySelectorAll("*")].filter((element) =>
    visible(element) && element.getBoundingClientRect().right > width + 1 && !cut(element));
  const scroll = document.scrollingElement.scrollWidth;
  return scroll > width ? [`scrolls to ${scroll} of ${width} px`, ...found.slice(0, 5).map(name)] : [];
}"""

_SMALL = """(least) => {
  const overlay = (element) => {
    const after = getComputedStyle(element, "::after");
    if (after.content === "none" || after.position !== "absolute") return null;
    let box = element;
    while (box !== document.body && getComputedStyle(box).position === "static") box = box.parentElement;
    return box.getBoundingClientRect();
  };
  const inText = (link) => {
    if (link.tagName !== "A" || getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!block.matches("p, li, td, th, dd, dt") || link.closest("nav, header, footer")) return false;
    const rest = [...texts(block)].some(([node]) => !node.parentElement.closest("a"));
    return rest || block.matches("p, td, th, dd, dt");
  };
  const kinds = "a[href], button, input, select, textarea, summary, [role=button], [tabindex='0']";
  return [...document.querySelectorAll(kinds)].filter((target) => visible(target) && !inText(target)).map((target) => {
    const boxes = [target.getBoundingClientRect(), overlay(target)].filter(Boolean);
    const width = Math.max(...boxes.map((box) => box.width)), height = Math.max(...boxes.map((box) => box.height));
    return [width, height, target];
  }).filter(([width, height]) => Math.min(width, height) < least - 0.5)
    .map(([width, height, target]) => `${name(target)} ${width.toFixed(1)} x ${height.toFixed(1)}`);
}"""

_UNSEEN = """(root) => [...texts(root)].filter(([, parent]) => !visible(parent)).map(([, parent]) => name(parent))"""

_TONES = """(root) => {
  const parse = (text) => {
    const numbers = (text.match(/-?[\\d.]+(?:e-?\\d+)?/g) || []).map(Number);
    const [red, green, blue, alpha = 1] = text.startsWith("color(") ?
      [...numbers.slice(0, 3).map((one) => one * 255), ...numbers.slice(3)] : numbers;
    return [red, green, blue, alpha];
  };
  const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const grounds = (element) => {
    const layers = [];
    for (let box = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const stops = style.backgroundImage.match(/(?:rgba?|color)\\([^()]*\\)/g);
      if (stops) return stops.map((stop) => layers.reduceRight((back, front) => over(front, back), parse(stop)));
      const colour = parse(style.backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return [layers.reduceRight((back, front) => over(front, back), [255, 255, 255, 1])];
  };
  return [...texts(root)].filter(([, parent]) => visible(parent)).map(([, parent]) => {
    const colour = parse(getComputedStyle(parent).color);
    return grounds(parent).map((ground) => {
      const text = light(over(colour, ground)), back = light(ground);
      const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
      return {name: name(parent), text, back, contrast};
    });
  }).flat();
}"""


def _with_helpers(function: str) -> str:
    return f"(argument) => {{ {_VISIBLE} return ({function})(argument); }}"


def too_wide(page: Page, width: int) -> list[str]:
    """Return nothing when the page fits into ``width``; else how wide it is and what sticks out."""
    found: list[str] = page.evaluate(_with_helpers(_WIDE), width)
    return found


def too_small(page: Page, least: int) -> list[str]:
    """Return the tap targets narrower or lower than ``least`` px, links in running text left out.

    A link is in running text when it is laid out inline, not in navigation, header or footer, and its block is a
    paragraph, a table cell or a part of a description list, or an item of a list that holds other text as well.
    """
    found: list[str] = page.evaluate(_with_helpers(_SMALL), least)
    return found


def unseen_texts(root: Locator) -> list[str]:
    """Return the elements below ``root`` whose own text cannot be seen."""
    found: list[str] = root.evaluate(_with_helpers(_UNSEEN))
    return found


def tones(root: Locator) -> list[dict[str, Any]]:
    """Return for each text that can be seen: relative luminance of text and ground (0 to 1) and their contrast.

    A text on a gradient counts once for each of its colours.
    """
    found: list[dict[str, Any]] = root.evaluate(_with_helpers(_TONES))
    return found

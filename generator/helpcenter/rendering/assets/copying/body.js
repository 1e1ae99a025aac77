/* What a page or a part of it says, as plain HTML without anything around it; exports/body.py says the same of it. */
(function () {
  "use strict";

  var KEPT = "p h2 h3 h4 ul ol li strong em code pre blockquote table thead tbody tr th td a img br".split(" ");
  /* What helps to read a page and is no word of an answer; last of all what is for staff alone. */
  var LEFT_OUT = ".hc-mark, .hc-screens, .hc-states-frame, .hc-fold__count, .hc-fold--parts > summary, .hc-tag," +
    ".hc-copies, .hc-short__label, .hc-question__more, .hc-flow-card, .hc-moved, .hc-sources, .hc-changes," +
    ".hc-contact, .hc-related, .hc-page--faq #answer, .hc-platforms, .hc-changed, .hc-kind, .hc-left, .hc-limit," +
    ".hc-options, .hc-list, .hc-end, .hc-step .hc-precaution, .hc-step__contact, .hc-unsolved, button, svg, nav," +
    "template, [hidden], .hc-printed, .hc-staff";

  /**
   * Whether who chose a platform, or none, sees an element.
   * @param {Element} element
   * @param {string} chosen
   */
  function isSeen(element, chosen) {
    var own = element.getAttribute("data-for");
    var not = element.getAttribute("data-not");
    if (own !== null) { return chosen ? own.split(" ").includes(chosen) : element.localName !== "span"; }
    return not === null || !not.split(" ").includes(chosen);
  }

  /**
   * @param {CopySource} source
   * @param {Node} node
   * @param {CopyPlace} out
   */
  function write(source, node, out) {
    if (node.nodeType === Node.TEXT_NODE) { writeText(/** @type {Text} */ (node), out); }
    if (node.nodeType !== Node.ELEMENT_NODE) { return; }
    var element = /** @type {Element} */ (node);
    if (element.matches(LEFT_OUT) || !isSeen(element, source.chosen)) { return; }
    if (element.matches(".hc-only")) {
      if (!source.chosen) { writeOnly(element, out); }
      return;
    }
    var inside = element.localName === "section" ? document.createDocumentFragment() : place(source, element, out);
    element.childNodes.forEach((child) => { write(source, child, inside); });
    if (element.matches(".hc-signal")) { inside.append(source.colon); }
    // A heading whose parts are all for readers of other platforms heads nothing.
    var isBare = inside.childElementCount < 2 && element.querySelector("[data-for]:not(span)");
    if (element.localName === "section" && !isBare) { out.append(inside); }
  }

  /**
   * The element that an element of the page becomes, put into `out`; else `out` itself.
   * @param {CopySource} source
   * @param {Element} element
   * @param {CopyPlace} out
   */
  function place(source, element, out) {
    var name = element.localName;
    if (element.matches(".hc-fold__short")) { return made("p", out, "short"); }
    if (element.matches(".hc-causes__cause") || (name === "h3" && isInList(out))) {
      return made("strong", made("p", out));
    }
    if (element.matches(".hc-cards, .hc-cards > li") || element.querySelector(":scope > img")) { return out; }
    if (!KEPT.includes(name) && !(name === "span" && element.hasAttribute("lang"))) { return out; }
    var copy = made(name, out);
    for (var attribute of ["href", "src", "alt", "lang"]) {
      var value = element.getAttribute(attribute);
      if (value !== null) { copy.setAttribute(attribute, value); }
    }
    if (element.parentElement && element.parentElement.matches(".hc-causes__where")) {
      copy.setAttribute("href", new URL(element.getAttribute("href") || "", source.base).href);
    }
    return copy;
  }

  /**
   * @param {string} name
   * @param {CopyPlace} out
   * @param {string} [mark]
   */
  function made(name, out, mark) {
    var element = document.createElement(name);
    if (mark) { element.setAttribute("data-is", mark); }
    out.append(element);
    return element;
  }

  /** @param {CopyPlace} out */
  function isInList(out) { return "closest" in out && out.closest("li") !== null; }

  /**
   * @param {Node | null} node
   * @param {string} selector
   */
  function is(node, selector) {
    return node !== null && node.nodeType === Node.ELEMENT_NODE && /** @type {Element} */ (node).matches(selector);
  }

  /**
   * @param {Text} text
   * @param {CopyPlace} out
   */
  function writeText(text, out) {
    var before = text.previousSibling;
    var after = text.nextSibling;
    if (is(after, ".hc-mark") && !text.data.trim()) { return; }
    out.append(is(before, ".hc-signal") ? text.data.trimStart() : text.data);
  }

  /**
   * For whom alone a part is stands behind its title.
   * @param {Element} only
   * @param {CopyPlace} out
   */
  function writeOnly(only, out) {
    var said = " " + (only.textContent || "").trim();
    var title = out.lastElementChild;
    if (title && title.getAttribute("data-is") === "short") { title = title.previousElementSibling; }
    if (title && title.localName === "strong") { title.after(said); } else { (title || made("p", out)).append(said); }
  }

  /**
   * @param {Iterable<Node>} nodes
   * @param {CopySource} source
   */
  function bodyOf(nodes, source) {
    var body = document.createDocumentFragment();
    for (var node of nodes) { write(source, node, body); }
    return body;
  }

  globalThis.HelpcenterBody = { bodyOf };
})();

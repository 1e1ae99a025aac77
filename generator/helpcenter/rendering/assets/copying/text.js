/* An answer as text for a chat, as in texts/chat.py, and as Markdown, as in exports/markdown.py. */
(function () {
  "use strict";

  var BLOCKS = "p h2 h3 h4 li ul ol blockquote pre table tr".split(" ");
  var BLANKS = /[ \t\n\r\f]+/g;
  var SIGNS = /[\\`*_[\]<>#|~&]/g;
  /** @type {Record<string, string>} */
  var MARKS = { strong: "**", em: "*" };
  /** @type {Record<string, string>} */
  var HEADINGS = { h2: "## ", h3: "### ", h4: "#### " };

  /**
   * @param {ParentNode} body
   * @param {boolean} isMarkdown
   */
  function written(body, isMarkdown) {
    /** @type {string[]} */
    var lines = [];
    /** @type {(number | null)[]} */
    var lists = [];
    var line = "";
    var marker = "";
    var cells = 0;
    var isVerbatim = false;

    /** @param {boolean} apart */
    function end(apart) {
      var text = isVerbatim ? line.replace(/^\n+|\n+$/g, "") : line.replace(BLANKS, " ").replace(/^ +| +$/g, "");
      line = "";
      if (text) {
        var indent = " ".repeat((isMarkdown ? 3 : 2) * Math.max(0, lists.length - 1));
        var inner = indent + " ".repeat(marker.length);
        text.split("\n").forEach((one, number) => { lines.push((number ? inner : indent + marker) + one); });
        marker = "";
      }
      if (apart && lines.length && lines[lines.length - 1]) { lines.push(""); }
    }

    function nextMarker() {
      var last = lists.length ? lists[lists.length - 1] : null;
      var number = last === null ? null : last + 1;
      if (lists.length) { lists[lists.length - 1] = number; }
      if (number === null) { return isMarkdown ? "- " : "• "; }
      return number + (isMarkdown || lists.filter((one) => one !== null).length === 1 ? ". " : ") ");
    }

    /**
     * @param {Element} element
     * @param {string} name
     */
    function begin(element, name) {
      if (BLOCKS.includes(name)) { end(!lists.length && name !== "tr" && name !== "li"); }
      if (name === "ol" || name === "ul") { lists.push(name === "ol" ? 0 : null); }
      if (name === "li") { marker = nextMarker(); }
      if (name === "br") { end(false); }
      if (name === "td" || name === "th") { line += cells++ ? " · " : ""; }
      if (name === "pre") { isVerbatim = true; }
      if (!isMarkdown) { return; }
      if (HEADINGS[name]) { marker = HEADINGS[name]; }
      line += MARKS[name] || (name === "a" ? "[" : name === "pre" ? "```\n" : "");
      if (name === "img") {
        line += "![" + shown(element.getAttribute("alt") || "") + "](" + (element.getAttribute("src") || "") + ")";
      }
    }

    /**
     * @param {Element} element
     * @param {string} name
     * @param {number} label
     */
    function finish(element, name, label) {
      var href = element.getAttribute("href") || "";
      if (isMarkdown) {
        line += MARKS[name] || (name === "a" ? "](" + href + ")" : name === "pre" ? "```" : "");
      } else if (name === "a" && /^https?:/.test(href) && href !== line.slice(label).trim()) {
        line += " " + href + " ";
      }
      var isList = name === "ol" || name === "ul";
      if (BLOCKS.includes(name)) { end(name !== "tr" && name !== "li" && lists.length <= (isList ? 1 : 0)); }
      if (isList) { lists.pop(); }
      if (name === "tr") { cells = 0; }
      if (name === "pre") { isVerbatim = false; }
    }

    /** @param {string} text */
    function shown(text) { return isMarkdown ? text.replace(SIGNS, "\\$&") : text; }

    /** @param {ParentNode} parent */
    function walk(parent) {
      parent.childNodes.forEach((node) => {
        if (node.nodeType === Node.TEXT_NODE) {
          var data = node.nodeValue || "";
          line += isVerbatim ? data : shown(data.replace(BLANKS, " "));
        } else if (node.nodeType === Node.ELEMENT_NODE) {
          var element = /** @type {Element} */ (node);
          var label = line.length;
          begin(element, element.localName);
          walk(element);
          finish(element, element.localName, label);
        }
      });
    }

    walk(body);
    end(false);
    var all = lines.join("\n").split("\n");
    return all.filter((one, number) => one || (number && all[number - 1])).join("\n").replace(/^\n+|\n+$/g, "");
  }

  /** @param {ParentNode} body */
  function chat(body) { return written(body, false); }

  /** @param {ParentNode} body */
  function markdown(body) { return written(body, true); }

  globalThis.HelpcenterText = { chat, markdown, escaped: (text) => text.replace(SIGNS, "\\$&") };
})();

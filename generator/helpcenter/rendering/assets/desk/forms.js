/* The forms of an answer: what is copied, in the words of the customer's platform and with the blanks filled in. */
(function (desk) {
  "use strict";

  /* In Markdown the names of blanks have signs before their underscores. */
  var BLANK = /\{\{ *([a-z0-9_\\]+) *\}\}/g;
  var SIGNS = /[\\`*_[\]<>#|~&]/g;
  /* What an address may have behind the host, so that it stays whole in a message. */
  var LONGEST = 60;
  var ORDER = /** @type {DeskForm[]} */ (["short", "linked", "whole", "markdown", "rich", "link"]);

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  /** @param {string} text */
  function signed(text) { return text.replace(SIGNS, "\\$&"); }

  /** @param {string} inside */
  function nameIn(inside) { return inside.replace(/\\/g, ""); }

  /**
   * The blanks that a text has, in order.
   * @param {string} text
   */
  function blanksIn(text) {
    var names = (text.match(BLANK) || []).map((found) => nameIn(found.replace(BLANK, "$1")));
    return [...new Set(names)].filter((name) => HelpcenterDesk.blanks[name]);
  }

  /**
   * A text with its blanks filled in. One that nobody fills and nobody must stands as on public pages.
   * @param {string} text
   * @param {(value: string) => string} [as]
   */
  function filled(text, as) {
    var told = desk.store.served().blanks;
    return text.replace(BLANK, (typed, inside) => {
      var name = nameIn(inside);
      var blank = HelpcenterDesk.blanks[name];
      var value = (told[name] || "").trim();
      if (!blank || (!value && blank.required)) { return typed; }
      return as ? as(value || blank.mark) : value || blank.mark;
    });
  }

  /**
   * The required blanks of a text that nobody filled in yet.
   * @param {string} text
   */
  function lacking(text) {
    var told = desk.store.served().blanks;
    return blanksIn(text).filter((name) => HelpcenterDesk.blanks[name].required && !(told[name] || "").trim());
  }

  /** @param {string} text */
  function greeted(text) {
    var { greeting } = HelpcenterDesk;
    return desk.store.load().greets && !text.startsWith(greeting) ? greeting + text : text;
  }

  /**
   * An answer in the words of the customer's platform.
   * @param {DeskAnswer} answer
   */
  function told(answer) { return { ...answer, ...(answer.own || {})[desk.store.platform()] }; }

  /**
   * The whole answer as HTML. It comes a moment after the page; until then its reply stands for it.
   * @param {DeskAnswer} answer
   */
  function body(answer) {
    var bodies = HelpcenterDesk.bodies || {};
    var known = [answer.at || "", answer.id].map(
      (id) => (bodies[desk.store.platform()] || {})[id] || (bodies[""] || {})[id]
    );
    return known.find(Boolean) || "<p>" + escaped(told(answer).reply) + "</p>";
  }

  /**
   * The whole answer as text for a chat or as Markdown, with marks for its blanks. In a chat links inside the site are
   * their labels; only one that is a paragraph by itself, where something is done, keeps its address.
   * @param {DeskAnswer} answer
   * @param {"chat" | "markdown"} kind
   */
  function whole(answer, kind) {
    var read = new DOMParser().parseFromString(body(answer), "text/html").body;
    var { root } = HelpcenterDesk;
    var own = root && kind === "chat" ? read.querySelectorAll("a[href^=" + JSON.stringify(root) + "]") : [];
    own.forEach((/** @type {Element} */ link) => {
      var around = /** @type {Element} */ (link.parentElement);
      if (around.localName !== "p" || around.childNodes.length > 1) { link.removeAttribute("href"); }
    });
    return globalThis.HelpcenterText[kind](read);
  }

  /**
   * The blanks of all that is said in an answer.
   * @param {DeskAnswer} answer
   */
  function blanksOf(answer) { return blanksIn(told(answer).reply + body(answer)); }

  /**
   * The address, with the platform where the page says something else for it, and with the version that is copied where
   * that leaves it short: opened later, the page tells what is new.
   * @param {DeskAnswer} answer
   */
  function link(answer) {
    var platform = desk.store.platform();
    if (!answer.link) { return ""; }
    var address = new URL(answer.link);
    if (platform && (answer.own || {})[platform]) { address.searchParams.set("platform", platform); }
    var marked = new URL(address.href);
    if (answer.version) { marked.searchParams.set("v", String(answer.version)); }
    return marked.href.length - marked.origin.length > LONGEST ? address.href : marked.href;
  }

  /**
   * Lines apart, without empty ones at the ends.
   * @param {string[]} parts
   * @param {string} between
   */
  function together(parts, between) { return parts.filter(Boolean).join(between); }

  /** @type {Record<DeskForm, (answer: DeskAnswer) => string>} */
  var written = {
    short: (answer) => greeted(told(answer).reply),
    linked: (answer) => together([greeted(told(answer).reply), link(answer)], "\n"),
    whole: (answer) => together([greeted(whole(answer, "chat")), link(answer)], "\n\n"),
    markdown: (answer) => together(
      ["## " + signed(told(answer).title), whole(answer, "markdown"), shownLink(answer)], "\n\n"
    ),
    rich: (answer) => together([greeted(whole(answer, "chat")), link(answer)], "\n\n"),
    link,
  };

  /** @param {DeskAnswer} answer */
  function shownLink(answer) { return answer.link && "<" + link(answer) + ">"; }

  /** @param {DeskAnswer} answer */
  function html(answer) {
    var { greeting } = HelpcenterDesk;
    var hello = desk.store.load().greets ? "<p>" + escaped(greeting) + "</p>" : "";
    var address = escaped(link(answer));
    return hello + body(answer) + (address && '<p><a href="' + address + '">' + address + "</a></p>");
  }

  /**
   * What is copied of an answer, and the blanks that somebody has to fill in before.
   * @param {DeskAnswer} answer
   * @param {DeskForm} form
   * @returns {DeskMessage}
   */
  function made(answer, form) {
    var typed = written[form](answer);
    return {
      text: filled(typed, form === "markdown" ? signed : undefined),
      html: form === "rich" ? filled(html(answer), escaped) : undefined,
      blanks: blanksIn(typed), lacking: lacking(typed),
    };
  }

  desk.forms = { ORDER, made, told, whole, link, filled, blanksOf };
})(globalThis.HelpcenterDeskApp);

/* The forms of an answer: what is copied, in the words of the customer's platform and with the blanks filled in. */
(function (desk) {
  "use strict";

  /* In Markdown the names of blanks have signs before their underscores. */
  var BLANK = /\{\{ *([a-z0-9_\\]+) *\}\}/g;
  var SIGNS = /[\\`*_[\]<>#|~&]/g;
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
   * Plain text, HTML and Markdown of the whole answer. They come a moment after the page; until then its reply stands
   * for it.
   * @param {DeskAnswer} answer
   * @returns {DeskBody}
   */
  function body(answer) {
    var bodies = HelpcenterDesk.bodies || {};
    var known = [answer.at || "", answer.id].map(
      (id) => (bodies[desk.store.platform()] || {})[id] || (bodies[""] || {})[id]
    );
    return known.find(Boolean) || [answer.reply, "<p>" + escaped(answer.reply) + "</p>", signed(answer.reply)];
  }

  /**
   * The address, with the platform where the page says something else for it.
   * @param {DeskAnswer} answer
   */
  function link(answer) {
    var platform = desk.store.platform();
    if (!answer.link || !platform || !(answer.own || {})[platform]) { return answer.link; }
    var address = new URL(answer.link);
    address.searchParams.set("platform", platform);
    return address.href;
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
    whole: (answer) => together([greeted(body(answer)[0]), link(answer)], "\n\n"),
    markdown: (answer) => together(["## " + signed(told(answer).title), body(answer)[2], shownLink(answer)], "\n\n"),
    rich: (answer) => together([greeted(body(answer)[0]), link(answer)], "\n\n"),
    link,
  };

  /** @param {DeskAnswer} answer */
  function shownLink(answer) { return answer.link && "<" + link(answer) + ">"; }

  /** @param {DeskAnswer} answer */
  function html(answer) {
    var { greeting } = HelpcenterDesk;
    var hello = desk.store.load().greets ? "<p>" + escaped(greeting) + "</p>" : "";
    var address = escaped(link(answer));
    return hello + body(answer)[1] + (address && '<p><a href="' + address + '">' + address + "</a></p>");
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

  desk.forms = { ORDER, made, told, body, link, filled, blanksIn, lacking };
})(globalThis.HelpcenterDeskApp);

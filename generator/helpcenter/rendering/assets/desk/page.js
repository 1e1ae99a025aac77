/* The desk: the field, the keys, and what all parts share. A component, such as a flow in agent mode, is put in with
   HelpcenterDeskApp.components.push({ name, show(place, answer), press(event) }) before the page starts: `show` is
   told what was chosen (or undefined) and has the element [data-hc-agent] to itself; `press` sees every key first and
   returns whether it took it. */
(function (desk) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var LASTS = 4000;
  /** @type {number | undefined} */
  var timer;

  desk.words = function (name, facts) {
    return HelpcenterDesk.words[name].replace(/\{(\w+)\}/g, (typed, fact) => String((facts || {})[fact]));
  };

  /** @param {string} text */
  function say(text) {
    var { toast } = desk.parts;
    clearTimeout(timer);
    toast.textContent = text;
    timer = setTimeout(() => { toast.textContent = ""; }, LASTS);
  }

  /**
   * A text to be copied by hand, selected.
   * @param {string} text
   */
  function offer(text) {
    var { toast } = desk.parts;
    clearTimeout(timer);
    toast.textContent = desk.words("copy_failed");
    var field = document.createElement("textarea");
    Object.assign(field, { value: text, readOnly: true, rows: 4 });
    field.setAttribute("aria-label", desk.words("copy_failed"));
    toast.append(field);
    field.focus();
    field.select();
    field.addEventListener("blur", () => { toast.textContent = ""; }, { once: true });
  }

  /**
   * Where the page of an answer stands in this site; folders have no page of their own on a disk.
   * @param {DeskAnswer} answer
   */
  function pageOf(answer) {
    var path = location.protocol === "file:" ? answer.path.replace(/\/(?=#|$)/, "/index.html") : answer.path;
    return document.body.dataset.root + path;
  }

  function input() { return /** @type {HTMLInputElement} */ (desk.parts.field); }

  function look() {
    var found = desk.lookup(input().value);
    desk.took = found.took;
    desk.list.draw(found, input().value.trim());
  }

  /**
   * Put something into the field and look for it.
   * @param {string} typed
   */
  function ask(typed) {
    input().value = typed;
    input().focus();
    look();
  }

  function greet() {
    var greets = !desk.store.load().greets;
    desk.store.keep({ greets });
    /** @type {HTMLInputElement} */ (desk.parts.greets).checked = greets;
    redraw();
    say(desk.words(greets ? "greets_on" : "greets_off"));
  }

  /** Write again all that depends on choices. */
  function redraw() {
    desk.refresh();
    desk.basket.draw();
  }

  function openPage() {
    var answer = desk.shown();
    if (answer) { open(pageOf(answer), "_blank", "noopener"); }
  }

  function help() {
    var dialog = /** @type {HTMLDialogElement} */ (desk.parts.dialog);
    if (dialog.open) { dialog.close(); } else { dialog.showModal(); }
  }

  function toBlanks() {
    var field = desk.parts.blanks.querySelector("input");
    if (field) { field.select(); } else { say(desk.words("no_blanks")); }
  }

  function toBasket() {
    var item = /** @type {HTMLElement | null} */ (desk.parts.items.querySelector("button"));
    if (item) { item.focus(); } else { say(desk.words("empty")); }
  }

  /** @type {Record<string, () => void>} */
  var WITH_ALT = {
    KeyB: toBasket, KeyG: greet, KeyN: () => { desk.basket.next(); }, KeyO: openPage, KeyP: () => { desk.pin(); },
    KeyI: toBlanks, KeyT: () => { desk.platform.take(); },
  };

  /**
   * Keys that do the same wherever the focus is. Returns whether it was one.
   * @param {KeyboardEvent} event
   */
  function pressAnywhere(event) {
    var digit = /^Digit([1-6])$/.exec(event.code);
    var hasControl = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && event.altKey !== hasControl) {
      if (hasControl) { desk.basket.add(desk.shown()); } else { desk.basket.copy(); }
    } else if (!event.altKey || hasControl || event.shiftKey) {
      return false;
    } else if (digit) {
      desk.copyShown(desk.forms.ORDER[Number(digit[1]) - 1]);
    } else if (WITH_ALT[event.code]) {
      WITH_ALT[event.code]();
    } else {
      return false;
    }
    return true;
  }

  /**
   * Keys in the field. Those of an input method are its own.
   * @param {KeyboardEvent} event
   */
  function pressInField(event) {
    var { answer } = desk.parts;
    var page = { PageUp: -1, PageDown: 1 }[event.key];
    var by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && !event.altKey) {
      desk.list.step(by);
    } else if (page) {
      answer.scrollTop += page * answer.clientHeight * .8;
    } else if (event.key === "Enter") {
      desk.copyShown(event.shiftKey ? "whole" : undefined);
    } else if (event.key === "Escape") {
      ask("");
    } else if (/^[?？]$/.test(event.key) && !input().value) {
      help();
    } else {
      return false;
    }
    return true;
  }

  /** @param {KeyboardEvent} event */
  function pressElsewhere(event) {
    if (event.key === "Escape" || event.key === "/") {
      input().focus();
      input().select();
    } else if (/^[?？]$/.test(event.key)) {
      help();
    } else {
      // Whoever types anything means the field; the letter goes there.
      var isLetter = /^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isLetter && !(/** @type {Element} */ (event.target).matches("select"))) { input().focus(); }
      return false;
    }
    return true;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    var target = /** @type {HTMLElement} */ (event.target);
    var { dialog } = desk.parts;
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) { return; }
    if (/** @type {HTMLDialogElement} */ (dialog).open) {
      if (/^[?？]$/.test(event.key)) { event.preventDefault(); help(); }
      return;
    }
    var isTaken = desk.components.some((one) => one.press && one.press(event));
    var isField = target === desk.parts.field;
    var isTyping = target.matches("input, textarea");
    isTaken = isTaken || pressAnywhere(event);
    if (!isTaken && isField) { isTaken = pressInField(event); }
    if (!isTaken && !isField && (!isTyping || event.key === "Escape")) { isTaken = pressElsewhere(event); }
    if (isTaken) { event.preventDefault(); }
  }

  /** Choices that are kept, as they are now. */
  function wireChoices() {
    var { channel, greets, dialog } = desk.parts;
    var kept = desk.store.load();
    if (channel) {
      /** @type {HTMLSelectElement} */ (channel).value = /** @type {DeskChannel} */ (desk.counter.channel()).id;
      channel.addEventListener("change", () => {
        desk.store.keep({ channel: /** @type {HTMLSelectElement} */ (channel).value });
        redraw();
      });
    }
    /** @type {HTMLInputElement} */ (greets).checked = kept.greets;
    greets.addEventListener("change", greet);
    dialog.querySelectorAll("[name=usual]").forEach((element) => {
      var choice = /** @type {HTMLInputElement} */ (element);
      choice.checked = choice.value === desk.usualForm();
      choice.addEventListener("change", () => {
        desk.store.keep({ form: choice.value });
        redraw();
      });
    });
    dialog.addEventListener("close", () => { input().focus(); });
  }

  function start() {
    var { body } = document;
    if (body.dataset.deskStarted) { return; }
    desk.parts = /** @type {typeof desk.parts} */ (component.named(document, [
      "bar", "field", "help", "note", "list", "answer", "title", "about", "agent", "shown", "notes", "blanks", "form",
      "counter", "text", "first", "more", "forms", "add", "pin", "facts", "whole", "basket", "total", "items",
      "joined", "send", "next", "toast", "dialog", "greets", "home",
    ]));
    ["platform", "channel"].forEach((name) => {
      var part = /** @type {HTMLElement | null} */ (document.querySelector("[data-part=" + name + "]"));
      if (part) { desk.parts[name] = part; }
    });
    body.dataset.deskStarted = "true";
    if (location.protocol === "file:") { /** @type {HTMLAnchorElement} */ (desk.parts.home).href += "index.html"; }
    desk.list.start();
    desk.answer.start();
    desk.basket.start();
    desk.platform.start();
    wireChoices();
    desk.parts.bar.addEventListener("submit", (event) => { event.preventDefault(); });
    desk.parts.help.addEventListener("click", help);
    input().addEventListener("input", look);
    document.addEventListener("keydown", press);
    addEventListener("focus", () => { if (document.activeElement === input()) { input().select(); } });
    ask(input().value);
  }

  Object.assign(desk, { say, offer, pageOf, look, ask, redraw });
  component.start("desk", start);
})(globalThis.HelpcenterDeskApp);

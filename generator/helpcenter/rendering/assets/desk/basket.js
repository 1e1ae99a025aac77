/* The basket: answers as one message, greeted once, numbered where there are several, no line twice. */
(function (desk) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  /** Forms that can stand in one message; the others are joined as replies with their links. */
  var JOINED = /short|linked|whole|link/;

  function answers() { return desk.all(desk.store.served().basket); }

  /** @returns {DeskForm} */
  function form() {
    var usual = desk.usualForm();
    return JOINED.test(usual) ? usual : "linked";
  }

  /* What may stand twice: a step keeps its number, and what ends with no mark is a heading. */
  var STEP = /^ *\d+[.)] /;
  var SENTENCES = /[^]+?(?:[。！？…]+[”’）)」』]*|[.!?]+(?= |$)|$)/g;
  var WHOLE = /^.{3,}[。！？…!?.][”’）)」』]*$|^https?:/;

  /**
   * A line without the sentences that were said before.
   * @param {string} line
   * @param {Set<string>} said
   */
  function unsaid(line, said) {
    if (STEP.test(line)) { return line; }
    return (line.match(SENTENCES) || []).filter((sentence) => !said.has(sentence.trim())).join("").trimEnd();
  }

  /**
   * The lines of an answer, without greeting and without what another one said before.
   * @param {DeskAnswer} answer
   * @param {Set<string>} said
   */
  function linesOf(answer, said) {
    var { greeting } = HelpcenterDesk;
    var { text } = desk.forms.made(answer, form());
    var own = greeting && text.startsWith(greeting) ? text.slice(greeting.length) : text;
    var typed = own.split("\n");
    var lines = typed.map((line) => unsaid(line, said)).filter((line, order) => line || !typed[order]);
    typed.flatMap((line) => STEP.test(line) ? [] : line.match(SENTENCES) || []).map((sentence) => sentence.trim())
      .filter((sentence) => WHOLE.test(sentence)).forEach((sentence) => { said.add(sentence); });
    return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
  }

  /** @returns {DeskMessage} */
  function message() {
    var said = new Set();
    var parts = answers().map((answer) => linesOf(answer, said)).filter(Boolean);
    var { greeting, closing } = HelpcenterDesk;
    var greets = desk.store.load().greets && parts.length > 0;
    var isMany = parts.length > 1;
    var own = parts.map((part, order) => isMany ? order + 1 + ". " + part : part);
    var between = own.some((part) => part.includes("\n")) ? "\n\n" : "\n";
    var body = own.join(between);
    var text = [
      greets && isMany ? greeting : "", (greets && !isMany ? greeting : "") + body, greets ? closing : "",
    ].filter(Boolean).join("\n");
    var typed = answers().map((answer) => desk.forms.made(answer, form()));
    return {
      text, blanks: [...new Set(typed.flatMap((one) => one.blanks))],
      lacking: [...new Set(typed.flatMap((one) => one.lacking))],
    };
  }

  /** The blanks of what is in the basket. */
  function blanks() { return answers().length ? message().blanks : []; }

  /**
   * @param {string[]} ids
   * @param {number} [focused]
   */
  function set(ids, focused) {
    desk.store.serve({ basket: ids });
    draw();
    desk.refresh();
    if (focused === undefined) { return; }
    var items = desk.parts.items.querySelectorAll("button");
    var item = items[Math.max(0, Math.min(focused, items.length - 1))];
    (item || desk.parts.field).focus();
  }

  /**
   * Put an answer in, or take it out.
   * @param {DeskAnswer} [answer]
   */
  function add(answer) {
    if (!answer) { return; }
    var { id } = answer;
    var ids = desk.store.served().basket;
    var isIn = ids.includes(id);
    set(isIn ? ids.filter((one) => one !== id) : [...ids, id]);
    desk.say(desk.words(isIn ? "taken_out" : "added", { count: answers().length }));
    /** @type {HTMLInputElement} */ (desk.parts.field).select();
  }

  function draw() {
    var { items, joined, total, basket, send } = desk.parts;
    var held = answers();
    basket.dataset.count = String(held.length);
    desk.fill(items, held.map((answer) => {
      var item = document.createElement("li");
      var title = desk.forms.told(answer).title;
      var button = /** @type {HTMLButtonElement} */ (component.add(item, "button", "", title));
      button.type = "button";
      button.value = answer.id;
      return item;
    }));
    var { text } = held.length ? message() : { text: "" };
    joined.textContent = text;
    joined.hidden = !text;
    /** @type {HTMLButtonElement} */ (send).disabled = !held.length;
    desk.counter.show(total, text);
  }

  function copy() {
    if (!answers().length) { desk.say(desk.words("empty")); return; }
    desk.send(message, ({ blanks: names }) => {
      answers().forEach(({ id }) => { desk.store.use(id); });
      desk.say(desk.words("copied_all", { count: answers().length }) + desk.told(names));
    });
  }

  /** Begin with another customer: nothing of the last one stays. */
  function next() {
    desk.store.serve({ blanks: {}, basket: [] });
    desk.platform.restore();
    desk.parts.blanks.textContent = "";
    draw();
    desk.ask("");
    desk.say(desk.words("next_said"));
  }

  /**
   * Keys on an item: choose, move, take out, copy all.
   * @param {KeyboardEvent} event
   */
  function press(event) {
    var ids = desk.store.served().basket;
    var at = ids.indexOf(/** @type {HTMLButtonElement} */ (event.target).value);
    var by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (at < 0 || event.ctrlKey || event.metaKey) { return; }
    if (by && event.altKey) {
      var to = Math.max(0, Math.min(at + by, ids.length - 1));
      var [id] = ids.splice(at, 1);
      ids.splice(to, 0, id);
      set([...ids], to);
    } else if (by) {
      set(ids, at + by);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      set(ids.filter((one, place) => place !== at), at);
    } else if (event.key === "Enter" && !event.altKey) {
      copy();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function start() {
    var { items, send, next: button } = desk.parts;
    items.addEventListener("keydown", press);
    items.addEventListener("click", (event) => {
      var item = /** @type {Element} */ (event.target).closest("button");
      if (item) { desk.show(desk.find(item.value)); }
    });
    send.addEventListener("click", copy);
    button.addEventListener("click", next);
    draw();
  }

  desk.basket = { add, blanks, copy, draw, message, next, start };
})(globalThis.HelpcenterDeskApp);

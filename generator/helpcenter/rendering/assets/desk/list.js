/* The list of what was found, by the pattern of a combobox: the field keeps the focus. Texts only ever become text. */
(function (desk, search) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var { add } = component;
  /** @type {DeskAnswer[]} */
  var shown = [];
  var place = -1;

  /**
   * Put others in the place of what an element holds.
   * @param {Element} element
   * @param {Node[]} children
   */
  function fill(element, children) {
    element.textContent = "";
    element.append(...children);
  }

  /**
   * What an answer is, in badges: what must not be sent as it is comes first.
   * @param {Element} parent
   * @param {DeskAnswer} answer
   */
  function describe(parent, answer) {
    var { audiences, readers, topics, platforms } = HelpcenterDesk;
    var labels = answer.only.map((id) => (platforms.find(([one]) => one === id) || [id, id])[1]);
    if (answer.draft) { add(parent, "b", "desk-badge desk-badge--warn", desk.words("draft")); }
    (answer.audience.includes(readers) ? [] : answer.audience).forEach((id) => {
      add(parent, "b", "desk-badge desk-badge--warn", audiences[id] || id);
    });
    var names = labels.join(desk.words("comma"));
    if (names) { add(parent, "b", "desk-badge", desk.words("only", { names })); }
    if (answer.notes.length) { add(parent, "b", "desk-badge desk-badge--note", desk.words("note")); }
    add(parent, "span", "", desk.words("kind_" + answer.kind));
    add(parent, "span", "", topics[answer.topic] || "");
    add(parent, "code", "", answer.id);
  }

  /**
   * @param {DeskAnswer} answer
   * @param {number} order
   * @param {string[]} marks
   * @param {string[]} pins
   */
  function row(answer, order, marks, pins) {
    var made = document.createElement("li");
    var pin = pins.indexOf(answer.id) + 1;
    component.describe(made, { role: "option", id: "desk-option-" + order, "aria-selected": false });
    var title = add(made, "span", "desk-option__title");
    title.dir = "auto";
    if (pin) { add(title, "b", "desk-pin", pin < 10 ? String(pin) : "★"); }
    search.mark(title, desk.forms.told(answer).title, marks);
    describe(add(made, "span", "desk-about"), answer);
    return made;
  }

  /** @param {number} at */
  function choose(at) {
    var { list, field } = desk.parts;
    var before = list.children[place];
    place = Math.min(at, shown.length - 1);
    var now = list.children[place];
    if (before) { before.setAttribute("aria-selected", "false"); }
    if (now) {
      now.setAttribute("aria-selected", "true");
      now.scrollIntoView({ block: "nearest" });
    }
    component.describe(field, { "aria-activedescendant": now ? now.id : "" });
    desk.show(shown[place]);
  }

  /**
   * Say above the list what there is; what is said already is not read out again.
   * @param {string} text
   * @param {string} query
   */
  function say(text, query) {
    var { note } = desk.parts;
    var platform = desk.platform.named(query);
    var offer = platform ? desk.words("platform_named", { name: platform[1] }) : "";
    if (note.textContent === text + offer) { return; }
    note.textContent = text;
    if (offer) { add(note, "b", "desk-offer", offer); }
  }

  /**
   * The first is chosen at once where something was typed, so that Enter copies it.
   * @param {DeskFound} found
   * @param {string} query
   */
  function draw(found, query) {
    var { list, note } = desk.parts;
    shown = found.answers;
    var { pins } = desk.store.load();
    fill(list, shown.map((answer, order) => row(answer, order, found.marks, pins)));
    list.scrollTop = 0;
    place = -1;
    say(!query ? desk.words("start") : found.waits ? desk.words("loading") : !shown.length ? desk.words("none") :
      desk.words(found.weak ? "weak" : "count", { count: shown.length }), query);
    note.classList.toggle("desk-note--weak", found.weak);
    choose(query ? 0 : -1);
  }

  /**
   * From the first to the last and round.
   * @param {number} by
   */
  function step(by) {
    var count = shown.length;
    if (count) { choose(place < 0 ? (by > 0 ? 0 : count - 1) : (place + by + count) % count); }
  }

  function start() {
    desk.parts.list.addEventListener("mousedown", (event) => {
      var option = /** @type {Element} */ (event.target).closest("[role=option]");
      event.preventDefault(); // the field keeps the focus
      if (option) { choose(Array.from(desk.parts.list.children).indexOf(option)); }
    });
    desk.parts.list.addEventListener("dblclick", () => { desk.copyShown(); });
  }

  desk.list = { draw, step, start };
  desk.fill = fill;
  desk.describe = describe;
})(globalThis.HelpcenterDeskApp, globalThis.HelpcenterSearch);

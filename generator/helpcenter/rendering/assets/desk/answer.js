/* The answer that is chosen: what Enter copies, to the letter, what only staff may know, and what is to be filled
   in. */
(function (desk) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  /** @type {DeskAnswer | undefined} */
  var answer;
  var PAUSE = 80;
  /** @type {number | undefined} */
  var timer;
  /* The form that waits for its blanks. */
  /** @type {(() => void) | undefined} */
  var waiting;

  /** @returns {DeskForm} */
  function usual() {
    var { form } = desk.store.load();
    return desk.forms.ORDER.find((one) => one === form) || "linked";
  }

  /** The field of each blank of what is shown or in the basket. */
  function drawBlanks() {
    var place = desk.parts.blanks;
    var names = [...new Set([...(answer ? desk.forms.blanksOf(answer) : []), ...desk.basket.blanks()])];
    if (Array.from(place.querySelectorAll("input"), (field) => field.name).join() === names.join()) { return; }
    desk.fill(place, names.map((name) => {
      var blank = HelpcenterDesk.blanks[name];
      var label = document.createElement("label");
      var field = document.createElement("input");
      component.add(label, "span", "desk-label", blank.label + (blank.required ? "" : desk.words("optional")));
      Object.assign(field, {
        name, placeholder: blank.example, required: blank.required, value: desk.store.served().blanks[name] || "",
        autocomplete: "off", spellcheck: false,
      });
      label.append(field);
      return label;
    }));
    if (names.length) {
      var clear = /** @type {HTMLButtonElement} */ (component.add(place, "button", "", desk.words("clear")));
      clear.type = "button";
    }
  }

  /** @param {DeskAnswer} shown */
  function drawFacts(shown) {
    var { facts } = desk.parts;
    var link = desk.forms.link(shown);
    var code = link && HelpcenterDesk.root && HelpcenterDesk.code ? desk.words("open_code") : "";
    var differing = HelpcenterDesk.platforms.filter(([id]) => (shown.own || {})[id]).map(([, label]) => label);
    /** @type {[string, string][]} */
    var rows = [
      [desk.words("link"), link], [desk.words("version"), shown.version ? shown.id + "·v" + shown.version : ""],
      [desk.words("updated"), shown.updated],
      [desk.words("differs"), differing.join(desk.words("comma"))], [desk.words("code"), code],
    ];
    facts.textContent = "";
    rows.filter(([, value]) => value).forEach(([name, value]) => {
      component.add(facts, "dt", "", name);
      var told = component.add(facts, "dd", "");
      if (value !== link && value !== code) { told.textContent = value; return; }
      var page = /** @type {HTMLAnchorElement} */ (component.add(told, "a", "", value));
      page.href = value === link ? desk.pageOf(shown) :
        document.body.dataset.root + shown.path.split("#")[0] + HelpcenterDesk.code;
      page.target = "_blank";
      page.rel = "noopener";
    });
  }

  /** @param {DeskAnswer} shown */
  function drawNotes(shown) {
    var { notes } = desk.parts;
    notes.textContent = "";
    notes.hidden = !shown.notes.length;
    if (shown.notes.length) { component.add(notes, "h3", "", desk.words("note_title")); }
    shown.notes.forEach(([where, text]) => {
      if (where) { component.add(notes, "h4", "", where); }
      component.add(notes, "p", "desk-text", text);
    });
  }

  /**
   * The whole answer is long: it waits until nobody types.
   * @param {DeskAnswer} shown
   */
  function drawWhole(shown) {
    var { whole } = desk.parts;
    clearTimeout(timer);
    timer = setTimeout(() => {
      whole.textContent = shown === answer ? desk.forms.filled(desk.forms.whole(shown, "chat")) : "";
    }, PAUSE);
  }

  /** Write again what depends on choices and on what was filled in. */
  function refresh() {
    var { title, text, form, counter, pin } = desk.parts;
    drawBlanks();
    if (!answer) { return; }
    var message = desk.forms.made(answer, usual());
    title.textContent = desk.forms.told(answer).title;
    text.textContent = message.text;
    text.classList.toggle("desk-text--link", usual() === "link");
    form.textContent = desk.words("enter_copies", { form: desk.words("form_" + usual()) });
    desk.counter.show(counter, message.text);
    drawWhole(answer);
    pin.setAttribute("aria-pressed", String(desk.store.load().pins.includes(answer.id)));
    drawFacts(answer);
  }

  /** @param {DeskAnswer} [chosen] */
  function show(chosen) {
    var { title, about, shown, first } = desk.parts;
    if (chosen === answer && chosen) { return; }
    answer = chosen;
    waiting = undefined;
    shown.hidden = !answer;
    first.hidden = Boolean(answer);
    about.textContent = "";
    title.textContent = desk.words("nothing");
    desk.parts.whole.textContent = "";
    desk.parts.answer.scrollTop = 0;
    if (answer) {
      desk.describe(about, answer);
      drawNotes(answer);
    }
    refresh();
    desk.components.forEach((one) => {
      HelpcenterComponent.attempt(one.name, () => { one.show(desk.parts.agent, answer); });
    });
  }

  /**
   * Copy a message, as soon as its required blanks are filled in; until then the first of them has the focus.
   * @param {() => DeskMessage} make
   * @param {(message: DeskMessage) => void} done
   */
  function send(make, done) {
    var message = make();
    var first = message.lacking[0];
    if (first) {
      waiting = () => { send(make, done); };
      drawBlanks();
      var field = /** @type {HTMLInputElement} */ (desk.parts.blanks.querySelector("[name=" + first + "]"));
      field.focus();
      desk.say(desk.words("fill", { label: HelpcenterDesk.blanks[first].label }));
      return;
    }
    waiting = undefined;
    desk.copy(message).then((isCopied) => {
      if (!isCopied) { desk.offer(message.text); return; }
      done(message);
      desk.parts.field.focus();
      /** @type {HTMLInputElement} */ (desk.parts.field).select();
    });
  }

  /**
   * What was put in for the blanks of a message, so that the number of another customer is seen.
   * @param {string[]} names
   */
  function told(names) {
    var { blanks } = desk.store.served();
    var said = names.filter((name) => blanks[name]).map(
      (name) => desk.words("filled", { label: HelpcenterDesk.blanks[name].label, value: blanks[name] })
    );
    return said.join("");
  }

  /**
   * Whom an answer is for, where it is for no customer.
   * @param {DeskAnswer} one
   */
  function warned({ audience }) {
    var { readers, audiences } = HelpcenterDesk;
    var names = audience.includes(readers) ? "" : audience.map((id) => audiences[id] || id).join(desk.words("comma"));
    return names && desk.words("not_for_customers", { names });
  }

  /** @param {DeskForm} [form] */
  function copyShown(form) {
    var chosen = answer;
    if (!chosen) { desk.say(desk.words("none_chosen")); return; }
    var own = chosen;
    var as = form || usual();
    send(() => desk.forms.made(own, as), ({ blanks }) => {
      desk.store.use(own.id);
      desk.say(desk.words("copied", { form: desk.words("form_" + as) }) + told(blanks) + warned(own));
    });
  }

  function pin() {
    if (!answer) { return; }
    desk.say(desk.words(desk.store.pin(answer.id) ? "pinned" : "unpinned"));
    refresh();
  }

  function start() {
    var { blanks, forms, more } = desk.parts;
    /** @type {HTMLDetailsElement} */ (more).open = matchMedia("(min-width: 60rem)").matches;
    blanks.addEventListener("input", (event) => {
      var field = /** @type {HTMLInputElement} */ (event.target);
      desk.store.serve({ blanks: { ...desk.store.served().blanks, [field.name]: field.value } });
      refresh();
      desk.basket.draw();
    });
    blanks.addEventListener("keydown", (event) => {
      var isPlain = !event.isComposing && event.keyCode !== 229 && !event.altKey && !event.ctrlKey && !event.metaKey;
      if (event.key !== "Enter" || !isPlain) { return; }
      event.preventDefault();
      if (waiting) { waiting(); } else { copyShown(); }
    });
    blanks.addEventListener("click", (event) => {
      if (!(/** @type {Element} */ (event.target).closest("button"))) { return; }
      desk.store.serve({ blanks: {} });
      blanks.textContent = "";
      refresh();
      desk.basket.draw();
    });
    forms.addEventListener("click", (event) => {
      var button = /** @type {Element} */ (event.target).closest("button");
      if (button && button.value) { copyShown(/** @type {DeskForm} */ (button.value)); }
    });
    desk.parts.pin.addEventListener("click", pin);
    desk.parts.add.addEventListener("click", () => { desk.basket.add(answer); });
  }

  Object.assign(desk, { show, send, copyShown, usualForm: usual, refresh, told, pin, shown: () => answer });
  desk.answer = { start };
})(globalThis.HelpcenterDeskApp);

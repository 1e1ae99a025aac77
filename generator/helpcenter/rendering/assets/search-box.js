/* The box: a field with a list of results, by the pattern of a combobox. On a phone it takes the whole screen. */
(function (search) {
  "use strict";

  var OPEN = "hc-search--open";
  var SHOWN = 6;
  var component = globalThis.HelpcenterComponent;
  /** @type {SearchForm} */
  var form;
  /** @type {SearchView & Record<"panel" | "back", HTMLElement>} */
  var box;
  /* The active option, its place in the list, and whether somebody leaves the page by it. */
  /** @type {HTMLElement | undefined} */
  var active;
  var place = -1;
  var isLeft = false;
  var isStarted = false;

  function isNoted() { return Object(history.state).search; }

  /** @param {unknown} noted */
  function note(noted) { history.replaceState({ ...history.state, search: noted }, ""); }

  /* A layer has an entry of its own in the history, so that Back closes it. */
  function show() {
    box.isClosed = isLeft = false;
    form.classList.add(OPEN);
    box.isLayer = getComputedStyle(form).position === "fixed";
    if (box.isLayer && !isNoted()) { history.pushState({ search: true, ...history.state }, ""); }
    place = -1;
    search.draw();
  }

  function close() {
    var button = /** @type {HTMLElement | null} */ (document.querySelector(".hc-tool--search"));
    if (box.isClosed) { return; }
    box.isClosed = box.panel.hidden = true;
    form.classList.remove(OPEN);
    if (isNoted() && !box.isLayer && !isLeft) { note(false); }
    activate(-1);
    if (box.isLayer && button) { button.focus(); }
    box.isLayer = false;
  }

  function leave() {
    if (box.isLayer) { history.back(); } else { close(); }
  }

  /**
   * Make one option the active one, or none with -1.
   * @param {number} at
   */
  function activate(at) {
    var list = box.list;
    place = at;
    Array.from(list.children, (option, order) => {
      component.describe(option, {
        role: "option", tabindex: -1, id: list.id + order, "aria-selected": order === place,
      });
    });
    active = /** @type {HTMLElement | undefined} */ (list.children[place]);
    if (active) { active.scrollIntoView({ block: "nearest" }); }
    component.describe(box.input, {
      role: "combobox", "aria-expanded": !box.panel.hidden && list.children.length > 0, "aria-controls": list.id,
      "aria-activedescendant": active ? active.id : "",
    });
  }

  /**
   * Keys of a composition belong to it, and keys on buttons to them.
   * @param {KeyboardEvent} event
   */
  function press(event) {
    var key = event.key;
    var step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    var count = box.list.children.length + 1;
    if (event.isComposing || event.keyCode === 229 || (event.target !== box.input && key !== "Escape")) { return; }
    if (key === "Escape" && !box.isClosed) {
      box.input.focus();
      leave();
    } else if (key === "Enter" && active) {
      active.click();
    } else if (step && box.isClosed) {
      show();
    } else if (step) {
      // From the field through the list and back to the field.
      activate((place + 1 + step + count) % count - 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  function start() {
    var template = /** @type {HTMLTemplateElement} */ (component.parts(form, { template: "template" }).template);
    box = search.view(template.content, ["panel", "back"], {
      input: form.q, limit: SHOWN, isBox: true, isClosed: true, fits: Boolean, settled: Boolean, typed: show,
      drawn: () => {
        box.panel.hidden = !box.list.firstChild && !box.note.textContent;
        activate(place);
      },
    });
    template.replaceWith(template.content);
    // Back from a result finds the query here where the browser keeps no page.
    box.list.onclick = form.onsubmit = () => {
      isLeft = true; // a page that goes loses its focus too
      note(box.query || true);
      search.keep();
    };
    box.back.onclick = leave;
    form.onkeydown = press;
    form.addEventListener("focusout", (event) => {
      if (!box.isLayer && !form.contains(/** @type {Node | null} */ (event.relatedTarget))) { close(); }
    });
    addEventListener("popstate", () => { if (isNoted()) { show(); } else { close(); } });
    activate(-1);
    search.find("", 0, Boolean);
    // What was typed before the script came.
    if (box.query && document.activeElement === form.q) { show(); }
  }

  /* Start what has not started, and open what was called; does no harm when called again. */
  search.start = function () {
    var results = document.querySelector("[data-search-results]");
    if (!isStarted) {
      form = /** @type {SearchForm} */ (
        document.querySelector("main .hc-search") || document.querySelector(".hc-search")
      );
      if (results) {
        /** @type {Function} */ (globalThis.HelpcenterResults)(search, results, form);
      } else {
        start();
      }
      isStarted = true;
    }
    if (form.classList.contains(OPEN)) { show(); }
  };
})(globalThis.HelpcenterSearch);

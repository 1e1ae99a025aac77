/* The box: a field with a list of results, by the pattern of a combobox. On a phone it takes the whole screen. */
(function (search) {
  "use strict";

  var OPEN = "hc-search--open";
  var SHOWN = 6;
  var form;
  var box;

  function isNoted() { return Object(history.state).search; }

  /* A layer has an entry of its own in the history, so that Back closes it. */
  function show() {
    box.isClosed = box.isLeft = false;
    form.classList.add(OPEN);
    box.isLayer = getComputedStyle(form).position === "fixed";
    if (box.isLayer && !isNoted()) { history.pushState(Object.assign({ search: true }, history.state), ""); }
    box.place = -1;
    search.draw();
  }

  function close() {
    if (box.isClosed) { return; }
    box.isClosed = box.panel.hidden = true;
    form.classList.remove(OPEN);
    if (isNoted() && !box.isLayer && !box.isLeft) { history.replaceState(Object.assign({}, history.state, { search: false }), ""); }
    activate(-1);
    if (box.isLayer) { document.querySelector(".hc-tool--search").focus(); }
    box.isLayer = false;
  }

  function leave() {
    if (box.isLayer) { history.back(); } else { close(); }
  }

  function activate(place) {
    var list = box.list;
    box.place = place;
    Array.from(list.children, (option, at) => {
      Object.assign(option, { role: "option", tabIndex: -1, id: list.id + at, ariaSelected: at === place });
    });
    box.active = list.children[place];
    if (box.active) { box.active.scrollIntoView({ block: "nearest" }); }
    Object.assign(box.input, { role: "combobox", ariaExpanded: !box.panel.hidden && list.children.length > 0 });
    box.input.setAttribute("aria-controls", list.id);
    box.input.setAttribute("aria-activedescendant", box.active ? box.active.id : "");
  }

  /* Keys of a composition belong to it, and keys on buttons to them. */
  function press(event) {
    var key = event.key;
    var step = { ArrowDown: 1, ArrowUp: -1 }[key];
    var count = box.list.children.length + 1;
    if (event.isComposing || event.keyCode === 229 || (event.target !== box.input && key !== "Escape")) { return; }
    if (key === "Escape" && !box.isClosed) {
      box.input.focus();
      leave();
    } else if (key === "Enter" && box.active) {
      box.active.click();
    } else if (step && box.isClosed) {
      show();
    } else if (step) {
      // From the field through the list and back to the field.
      activate((box.place + 1 + step + count) % count - 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  function start() {
    var parts = form.querySelector("template");
    parts.replaceWith(parts.content);
    box = search.view(form, {
      input: form.q, limit: SHOWN, isBox: true, isClosed: true, fits: Boolean, settled: Boolean, typed: show,
      drawn: () => {
        box.panel.hidden = !box.list.firstChild && !box.note.textContent;
        activate(box.place);
      },
    });
    // Back from a result finds the query here where the browser keeps no page.
    box.list.onclick = form.onsubmit = () => {
      box.isLeft = true; // a page that goes loses its focus too
      history.replaceState(Object.assign({}, history.state, { search: box.query || true }), "");
      search.keep();
    };
    box.back.onclick = leave;
    form.onkeydown = press;
    form.addEventListener("focusout", (event) => {
      if (!box.isLayer && !form.contains(event.relatedTarget)) { close(); }
    });
    addEventListener("popstate", () => { if (isNoted()) { show(); } else { close(); } });
    activate(-1);
    search.find();
    // What was typed before the script came.
    if (box.query && document.activeElement === form.q) { show(); }
  }

  /* Start what has not started, and open what was called; does no harm when called again. */
  search.start = function () {
    var place = document.querySelector("[data-search-results]");
    if (!form) {
      form = document.querySelector("main .hc-search") || document.querySelector(".hc-search");
      if (!place) { start(); } else if (globalThis.HelpcenterResults) { globalThis.HelpcenterResults(search, place, form); } else {
        document.querySelector("[data-search-broken]").hidden = false;
      }
    }
    if (form.classList.contains(OPEN)) { show(); }
  };
})(globalThis.HelpcenterSearch);

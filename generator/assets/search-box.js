/* The box: a field with a list of results below it, by the pattern of a combobox. On a phone it takes the whole screen. */
(function (root) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var search = root.HelpcenterSearch;
  var OPEN = "hc-search--open";
  var SHOWN = 6;
  var boxes = new Map();

  function attach(element, attributes) {
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  }

  /* Everything beside the box, from its place up to the body, is there or out of reach. */
  function setApart(box, isApart) {
    for (var inner = box.form; inner !== document.body; inner = inner.parentNode) {
      for (var other of inner.parentNode.children) { other.inert = isApart && other !== inner; }
    }
    box.isLayer = isApart;
  }

  /* A layer has an entry of its own in the history, so that Back closes it. */
  function show(box) {
    box.isClosed = false;
    box.form.classList.add(OPEN);
    if (!box.isLayer && getComputedStyle(box.form).position === "fixed") {
      setApart(box, true);
      if (!Object(history.state).search) { history.pushState(Object.assign({ search: true }, history.state), ""); }
    }
    activate(box, -1);
  }

  function close(box) {
    if (box.isClosed) { return; }
    box.isClosed = box.panel.hidden = true;
    box.form.classList.remove(OPEN);
    activate(box, -1);
    if (box.isLayer) {
      setApart(box, false);
      document.querySelector(".hc-tool--search").focus();
    }
  }

  function leave(box) {
    if (box.isLayer) { history.back(); } else { close(box); }
  }

  function activate(box, place) {
    box.active = place;
    Array.from(box.list.children, function (option, at) {
      attach(option, { role: "option", tabindex: -1, id: box.list.id + at, "aria-selected": at === place });
      if (at === place) { option.scrollIntoView({ block: "nearest" }); }
    });
    attach(box.input, {
      role: "combobox",
      "aria-expanded": !box.isClosed && box.list.children.length > 0,
      "aria-activedescendant": place < 0 ? "" : box.list.id + place,
    });
  }

  function drawn(box) {
    activate(box, box.active);
    box.panel.hidden = !box.list.firstChild && !box.note.textContent;
  }

  var KEYS = {
    ArrowDown: function (box) { return move(box, 1); },
    ArrowUp: function (box) { return move(box, -1); },
    Enter: function (box) {
      if (box.active >= 0) { box.list.children[box.active].click(); }
      return box.active >= 0;
    },
    Escape: function (box) {
      leave(box);
      return true;
    },
  };

  /* From the field through the list and back to the field. */
  function move(box, step) {
    var count = box.list.children.length + 1;
    if (box.isClosed) {
      show(box);
      box.draw();
    } else {
      activate(box, (box.active + 1 + step + count) % count - 1);
    }
    return true;
  }

  /* A key that belongs to a composition does nothing else. */
  function press(box, event) {
    var isComposed = event.isComposing || event.keyCode === 229;
    if (isComposed ? event.key === "Enter" : KEYS[event.key] && KEYS[event.key](box)) { event.preventDefault(); }
  }

  function start(form) {
    var box = search.view(form, { form: form, input: form.q, limit: SHOWN, isBox: true, isClosed: true, settled: Boolean });
    box.item = function (link) { return link; };
    box.typed = show.bind(null, box);
    box.drawn = drawn.bind(null, box);
    var keep = function () { search.keep(box.query); };
    form.addEventListener("keydown", press.bind(null, box));
    form.addEventListener("submit", keep);
    box.list.addEventListener("click", keep);
    box.back.addEventListener("click", leave.bind(null, box));
    form.addEventListener("focusout", function (event) {
      if (!box.isLayer && !form.contains(event.relatedTarget)) { close(box); }
    });
    addEventListener("popstate", close.bind(null, box));
    activate(box, -1);
    return box;
  }

  /* Start the box of a form, once; open it when it was called. */
  search.startBox = function (form) {
    if (!boxes.has(form)) { boxes.set(form, start(form)); }
    var box = boxes.get(form);
    search.store.want("index");
    if (form.classList.contains(OPEN)) { show(box); }
    box.draw();
  };
})(typeof window === "undefined" ? globalThis : window);

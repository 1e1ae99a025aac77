/* Where the writer is on a page: kept when the page is loaded anew after a save, and found again on the new one. */
(function () {
  "use strict";
  if (globalThis.HelpcenterPlace) { return; }
  var KEY = "helpcenter.preview.place "; // and the path: a page may show another in a frame
  var ACTS = ["wheel", "touchstart", "keydown", "pointerdown"];
  var FOCUSABLE = "a[href], button, input, textarea, select, summary, [tabindex]";
  var FIELDS = "input:not([type=hidden]), textarea, select";

  /**
   * All elements that match, each with a name that a changed page still has: its id, or its text and a number.
   * @param {string} selector
   * @param {(element: HTMLElement) => string} text
   * @returns {Map<string, HTMLElement>}
   */
  function named(selector, text) {
    /** @type {Map<string, HTMLElement>} */
    var found = new Map();
    document.querySelectorAll(selector).forEach((node) => {
      var element = /** @type {HTMLElement} */ (node);
      var name = element.id ? "#" + element.id : element.tagName + " " + text(element);
      var number = 0;
      while (found.has(name + " " + number)) { number += 1; }
      found.set(name + " " + number, element);
    });
    return found;
  }

  /** @param {HTMLElement} element */
  function words(element) {
    var summary = element.tagName === "DETAILS" ? element.querySelector("summary") : element;
    return (summary && summary.textContent || "").trim().slice(0, 200);
  }

  /** @param {HTMLElement} element */
  function label(element) { return element.getAttribute("name") || element.className; }

  /** The element with an id that begins nearest above the middle of the window: what is being looked at. */
  function mark() {
    /** @type {Element | null} */
    var best = null;
    var lowest = -Infinity;
    document.querySelectorAll("main [id]").forEach((element) => {
      var top = element.getBoundingClientRect().top;
      if (!element.getClientRects().length || top >= innerHeight / 2 || top < lowest) { return; }
      best = element;
      lowest = top;
    });
    return /** @type {Element | null} */ (best);
  }

  /** @returns {PreviewPlace} */
  function read() {
    var at = mark();
    /** @type {Record<string, boolean>} */
    var folds = {};
    named("details", words).forEach((fold, name) => { folds[name] = /** @type {HTMLDetailsElement} */ (fold).open; });
    /** @type {Record<string, string>} */
    var typed = {};
    named(FIELDS, label).forEach((field, name) => {
      var input = /** @type {HTMLInputElement} */ (field);
      if (input.value !== input.defaultValue) { typed[name] = input.value; }
    });
    var active = Array.from(named(FOCUSABLE, words)).find(([, element]) => element === document.activeElement);
    return {
      path: location.pathname + location.search,
      x: scrollX,
      y: scrollY,
      id: at ? at.id : "",
      top: at ? at.getBoundingClientRect().top : 0,
      folds,
      typed,
      focus: active ? active[0] : "",
    };
  }

  /** @param {PreviewPlace} place */
  function scroll(place) {
    var at = place.id ? document.getElementById(place.id) : null;
    var isShown = at && at.getClientRects().length;
    var y = at && isShown ? scrollY + at.getBoundingClientRect().top - place.top : place.y;
    scrollTo({ left: place.x, top: place.y ? y : 0, behavior: /** @type {ScrollBehavior} */ ("instant") });
  }

  /**
   * Scroll there, and again where something else than the writer scrolls away: history that a script goes back in,
   * pictures that arrive.
   * @param {PreviewPlace} place
   */
  function hold(place) {
    var again = () => { scroll(place); };
    var release = () => { removeEventListener("scroll", again); };
    scroll(place);
    addEventListener("scroll", again);
    ACTS.forEach((name) => { addEventListener(name, release, { once: true, passive: true }); });
    setTimeout(release, 1000);
  }

  /** @param {PreviewPlace} place */
  function put(place) {
    named("details", words).forEach((fold, name) => {
      var details = /** @type {HTMLDetailsElement} */ (fold);
      if (name in place.folds && details.open !== place.folds[name]) { details.open = place.folds[name]; }
    });
    hold(place);
    var focused = place.focus ? named(FOCUSABLE, words).get(place.focus) : null;
    if (focused) { focused.focus({ preventScroll: true }); }
    named(FIELDS, label).forEach((field, name) => {
      if (!(name in place.typed)) { return; }
      /** @type {HTMLInputElement} */ (field).value = place.typed[name];
      if (field === focused) { field.dispatchEvent(new Event("input", { bubbles: true })); } // who types sees results
    });
  }

  /** Keep the place, for the page that comes. */
  function keep() {
    history.scrollRestoration = "manual";
    var place = read();
    try {
      sessionStorage.setItem(KEY + place.path, JSON.stringify(place));
    } catch (error) { /* storage may be blocked */ }
  }

  /** Find the kept place again, once. */
  function restore() {
    var kept = null;
    var path = location.pathname + location.search;
    try {
      kept = sessionStorage.getItem(KEY + path);
      sessionStorage.removeItem(KEY + path);
    } catch (error) { /* storage may be blocked */ }
    history.scrollRestoration = "auto";
    var place = kept ? /** @type {PreviewPlace} */ (JSON.parse(kept)) : null;
    if (place) { put(place); }
  }

  globalThis.HelpcenterPlace = { keep, restore };
})();

/* What the desk keeps on this machine: pinned and recent answers and how somebody likes to work. What belongs to one
   customer, such as an order number, is kept while the window is open. Storage may be blocked; then nothing is kept. */
(function () {
  "use strict";

  var KEY = "helpcenter.desk";
  var PLATFORM = "helpcenter.platform";
  var RECENT = 12;
  /** @type {DeskKept} */
  var EMPTY = { pins: [], recent: [], form: "linked", channel: "", greets: true };
  /** @type {DeskKept} */
  var kept = EMPTY;
  /** @type {DeskCustomer} */
  var customer = { blanks: {}, basket: [] };

  /**
   * @param {() => Storage} storage
   * @param {object} into
   */
  function read(storage, into) {
    try { return { ...into, ...JSON.parse(storage()[KEY]) }; } catch (error) { return into; }
  }

  /**
   * @param {() => Storage} storage
   * @param {unknown} value
   */
  function write(storage, value) {
    try { storage()[KEY] = JSON.stringify(value); } catch (error) { /* blocked or full */ }
  }

  /** @param {unknown} names */
  function ids(names) { return Array.isArray(names) ? names.map(String) : []; }

  /** What is kept now; another window may have changed it. */
  function load() {
    var found = /** @type {any} */ (read(() => localStorage, { ...kept }));
    kept = {
      pins: ids(found.pins), recent: ids(found.recent), form: String(found.form), channel: String(found.channel),
      greets: found.greets !== false,
    };
    return kept;
  }

  /** @param {Partial<DeskKept>} changes */
  function keep(changes) {
    kept = { ...load(), ...changes };
    write(() => localStorage, kept);
  }

  /** @param {string} id */
  function use(id) { keep({ recent: [id, ...load().recent.filter((one) => one !== id)].slice(0, RECENT) }); }

  /**
   * Pin an answer behind the others, or take it away. Returns whether it is pinned now.
   * @param {string} id
   */
  function pin(id) {
    var { pins } = load();
    var isPinned = pins.includes(id);
    keep({ pins: isPinned ? pins.filter((one) => one !== id) : [...pins, id] });
    return !isPinned;
  }

  function served() {
    var found = /** @type {any} */ (read(() => sessionStorage, customer));
    customer = { blanks: Object(found.blanks), basket: ids(found.basket) };
    if (typeof found.before === "string") { customer.before = found.before; }
    return customer;
  }

  /** @param {Partial<DeskCustomer>} changes */
  function serve(changes) {
    customer = { ...customer, ...changes };
    write(() => sessionStorage, customer);
  }

  /** On which platform the customer bought, for all pages of the site. */
  function platform() { return document.documentElement.dataset.platform || ""; }

  /**
   * Speak of a platform. One that only this customer told of is remembered as such, with the one `before`.
   * @param {string} name
   * @param {boolean} [isChosen]
   */
  function setPlatform(name, isChosen) {
    var root = document.documentElement;
    var { before } = served();
    serve({ before: isChosen ? undefined : before === undefined ? platform() : before });
    if (name) { root.dataset.platform = name; } else { delete root.dataset.platform; }
    try {
      if (name) { localStorage.setItem(PLATFORM, name); } else { localStorage.removeItem(PLATFORM); }
    } catch (error) { /* blocked */ }
  }

  globalThis.HelpcenterDeskApp = /** @type {typeof HelpcenterDeskApp} */ (/** @type {unknown} */ ({
    components: [], took: 0, store: { load, keep, use, pin, served, serve, platform, setPlatform },
  }));
})();

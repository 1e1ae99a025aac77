/* Where the customer bought: chosen by hand, or offered when the message names a platform. */
(function (desk, search) {
  "use strict";

  /**
   * Whether a query has a name; of Latin letters only as a whole word.
   * @param {string} query
   * @param {string} name
   */
  function has(query, name) {
    var at = query.indexOf(name);
    if (at < 0 || !name) { return false; }
    return !/[a-z0-9]{2}/.test(query.charAt(at - 1) + name[0]) &&
      !/[a-z0-9]{2}/.test(name.slice(-1) + query.charAt(at + name.length));
  }

  /**
   * The only platform that a message names, if it is not the one that was chosen.
   * @param {string} typed
   */
  function named(typed) {
    var query = search.plain(typed);
    var found = HelpcenterDesk.platforms.filter(([, , names]) => names.some((name) => has(query, search.plain(name))));
    return found.length === 1 && found[0][0] !== desk.store.platform() ? found[0] : undefined;
  }

  /**
   * @param {string} id
   * @param {boolean} isChosen
   */
  function choose(id, isChosen) {
    /** @type {HTMLSelectElement} */ (desk.parts.platform).value = id;
    desk.store.setPlatform(id, isChosen);
    desk.look();
    desk.redraw();
  }

  /** Take the platform that the message names. */
  function take() {
    var found = named(/** @type {HTMLInputElement} */ (desk.parts.field).value);
    if (!found) { desk.say(desk.words("platform_none")); return; }
    choose(found[0], false);
    desk.say(desk.words("platform_taken", { name: found[1] }));
  }

  /** With another customer: the platform that the last one told of is gone, the one that was chosen stays. */
  function restore() {
    var { before } = desk.store.served();
    if (before !== undefined) { choose(before, true); }
  }

  function start() {
    var select = /** @type {HTMLSelectElement} */ (desk.parts.platform);
    if (!select) { return; }
    select.value = HelpcenterDesk.platforms.some(([id]) => id === desk.store.platform()) ? desk.store.platform() : "";
    select.addEventListener("change", () => { choose(select.value, true); });
  }

  desk.platform = { named, take, restore, start };
})(globalThis.HelpcenterDeskApp, globalThis.HelpcenterSearch);

/* Cards: a flow starts right where it is offered; when it cannot be loaded the link leads to its page. */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var loading = globalThis.HelpcenterLoading;
  /** @type {Promise<unknown> | undefined} */
  var loaded;

  /**
   * @param {HTMLElement} card
   * @param {HTMLAnchorElement} link
   * @param {string} key
   * @param {boolean} walks
   */
  function open(card, link, key, walks) {
    card.setAttribute("aria-busy", "true");
    var files = [card.dataset.sheet || "", card.dataset.script || ""];
    loaded = loaded || Promise.all(files.map(loading.bring));
    return loaded
      .then(() => globalThis.HelpcenterFlow.open(card, link, key, walks))
      .catch((error) => {
        component.tell("flow card", error);
        throw error;
      })
      .finally(() => { card.removeAttribute("aria-busy"); });
  }

  /**
   * @param {HTMLElement} card
   * @param {number} place
   */
  function prepare(card, place) {
    if (card.dataset.started || card.querySelector("[data-flow]")) { return; }
    var link = /** @type {HTMLAnchorElement} */ (component.parts(card, { link: "a[href]" }).link);
    ["[data-script]", "[data-sheet]"].forEach((file) => {
      if (!card.matches(file)) { throw new Error("lacks .hc-flow-card" + file); }
    });
    card.dataset.started = "true";
    var key = "flow " + place + " " + link.getAttribute("href");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
      var waits = card.hasAttribute("aria-busy");
      if (waits && event.detail < 2) { return; } // no double click: somebody who does not want to wait
      event.preventDefault();
      if (waits) { return; }
      open(card, link, key, true).catch(() => { location.assign(link.href); });
    });
    // Who comes back to this page finds the flow where it was.
    if (history.state && history.state[key]) { open(card, link, key, false).catch(() => { /* the link stays */ }); }
  }

  function start() {
    if (!globalThis.fetch || location.protocol === "file:") { return; }
    document.querySelectorAll(".hc-flow-card").forEach((card, place) => {
      component.attempt("flow card", () => { prepare(/** @type {HTMLElement} */ (card), place); });
    });
  }

  component.start("flow card", start);
})();

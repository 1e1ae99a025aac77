/* Questions in place: an address that names one opens it, printing opens all. */
(function () {
  "use strict";

  function open() {
    var id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var target = document.getElementById(id);
    var details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      details.scrollIntoView();
    }
  }

  /**
   * Open or close all questions that `selector` names, and note those that were opened.
   * @param {string} selector
   * @param {boolean} isOpen
   */
  function turn(selector, isOpen) {
    document.querySelectorAll(selector).forEach((element) => {
      var details = /** @type {HTMLDetailsElement} */ (element);
      details.open = isOpen;
      details.toggleAttribute("data-printed", isOpen);
    });
  }

  function start() {
    if (document.body.dataset.questionsStarted) { return; }
    document.body.dataset.questionsStarted = "true";
    open();
    addEventListener("hashchange", open);
    addEventListener("beforeprint", () => { turn(".hc-question:not([open])", true); });
    addEventListener("afterprint", () => { turn("[data-printed]", false); });
  }

  globalThis.HelpcenterComponent.start("questions", start);
})();

/* Folded parts: an address that names one, or a place in it, opens it; printing opens all questions. */
(function () {
  "use strict";

  /** @param {HTMLElement} fold */
  function above(fold) { return fold.parentElement && fold.parentElement.closest("details"); }

  function open() {
    var id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var target = document.getElementById(id);
    var isOpened = false;
    for (var fold = target && target.closest("details"); fold; fold = above(fold)) {
      isOpened = isOpened || !fold.open;
      fold.open = true;
    }
    if (target && isOpened) { target.scrollIntoView({ behavior: "instant" }); }
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
    addEventListener("beforeprint", () => { turn(".hc-body details:not([open])", true); });
    addEventListener("afterprint", () => { turn("[data-printed]", false); });
  }

  globalThis.HelpcenterComponent.start("questions", start);
})();

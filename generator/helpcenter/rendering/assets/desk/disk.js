/* On a disk a folder has no page of its own: links and forms that lead to one lead to its index.html. */
(function () {
  "use strict";

  if (location.protocol !== "file:") { return; }

  /** @param {string} href */
  function whole(href) { return href.replace(/^(file:[^?#]*\/)(?=[?#]|$)/, "$1index.html"); }

  /** @param {Event} event */
  function mend(event) {
    var target = /** @type {Element} */ (event.target);
    var link = /** @type {HTMLAnchorElement | null} */ (target.closest && target.closest("a[href]"));
    if (link) { link.href = whole(link.href); }
  }

  ["pointerdown", "focusin", "click"].forEach((name) => { addEventListener(name, mend, true); });
  addEventListener("submit", (event) => {
    var form = /** @type {HTMLFormElement} */ (event.target);
    form.action = whole(form.action);
  }, true);
})();

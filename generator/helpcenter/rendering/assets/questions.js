/* Questions in place: an address that names one opens it, printing opens all. */
(function () {
  "use strict";

  function open() {
    var id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var target = id && document.getElementById(id);
    var details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      details.scrollIntoView();
    }
  }

  function start() {
    if (document.body.dataset.questionsStarted) { return; }
    document.body.dataset.questionsStarted = "true";
    open();
    addEventListener("hashchange", open);
    addEventListener("beforeprint", function () {
      document.querySelectorAll(".hc-question:not([open])").forEach(function (details) {
        details.open = true;
        details.dataset.printed = "true";
      });
    });
    addEventListener("afterprint", function () {
      document.querySelectorAll("[data-printed]").forEach(function (details) {
        details.open = false;
        delete details.dataset.printed;
      });
    });
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

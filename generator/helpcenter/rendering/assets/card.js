/* Cards: a flow starts right where it is offered; when it cannot be loaded the link leads to its page. */
(function () {
  "use strict";

  var script;
  function loaded(path) {
    script = script || new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = path;
      element.onload = done;
      element.onerror = failed;
      document.head.appendChild(element);
    });
    return script;
  }

  function open(card, link, key, walks) {
    card.setAttribute("aria-busy", "true");
    return loaded(card.dataset.script).then(function () {
      return window.helpcenterFlow.open(card, link, key, walks);
    }).finally(function () { card.removeAttribute("aria-busy"); });
  }

  function prepare(card, place) {
    var link = card.querySelector("a");
    if (card.dataset.started || !link) { return; }
    card.dataset.started = "true";
    var key = "flow " + place + " " + link.getAttribute("href");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
      var waits = card.hasAttribute("aria-busy");
      if (waits && event.detail < 2) { return; } // no double click: somebody who does not want to wait
      event.preventDefault();
      if (waits) { return; }
      open(card, link, key, true).catch(function () { location.assign(link.href); });
    });
    // Who comes back to this page finds the flow where it was.
    if (history.state && history.state[key]) { open(card, link, key, false).catch(function () { /* the link stays */ }); }
  }

  function start() {
    if (!window.fetch || location.protocol === "file:") { return; }
    document.querySelectorAll(".hc-flow-card").forEach(prepare);
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

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

  function start() {
    document.querySelectorAll(".hc-flow-card").forEach(function (card) {
      var link = card.querySelector("a");
      if (card.dataset.started || !window.fetch || location.protocol === "file:") { return; }
      card.dataset.started = "true";
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        loaded(card.dataset.script).then(function () { return window.helpcenterFlow.open(card, link); }).catch(function () {
          location.assign(link.href);
        });
      });
    });
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

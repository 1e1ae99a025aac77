/* Menu: Escape and a click elsewhere close it; focus goes back to its button. */
(function () {
  "use strict";

  function start() {
    var menu = document.querySelector(".hc-menu");
    if (!menu || menu.dataset.started) { return; }
    menu.dataset.started = "true";
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) { menu.open = false; }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

/* Menu: Escape and a click elsewhere close it; focus goes back to its button. */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;

  /**
   * @param {HTMLDetailsElement} menu
   * @param {HTMLElement} button
   */
  function listen(menu, button) {
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) { menu.open = false; }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        button.focus();
      }
    });
  }

  function start() {
    var menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".hc-menu"));
    if (!menu || menu.dataset.started) { return; }
    listen(menu, component.parts(menu, { button: "summary" }).button);
    menu.dataset.started = "true";
  }

  component.start("menu", start);
})();

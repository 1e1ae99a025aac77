/* The menu of the ways to copy: keys as in every menu, Escape and a click elsewhere close it, the focus comes back. */
(function () {
  "use strict";

  /** @type {(() => void) | undefined} */
  var closeOpen;

  /**
   * @param {HTMLElement} opener
   * @param {HTMLElement} menu
   */
  function put(opener, menu) {
    var main = /** @type {HTMLElement} */ (opener.closest("main") || document.body);
    main.append(menu);
    var box = opener.getBoundingClientRect();
    var room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    var above = box.bottom + menu.offsetHeight > innerHeight && box.top > menu.offsetHeight;
    menu.style.left = Math.max(8, Math.min(box.left, room)) + scrollX + "px";
    menu.style.top = (above ? box.top - menu.offsetHeight - 4 : box.bottom + 4) + scrollY + "px";
  }

  /**
   * Offer `choices` beside `opener`, the one that is `usual` first to be taken; the name of what is taken is told.
   * @param {HTMLElement} opener
   * @param {string} label
   * @param {[name: string, label: string][]} choices
   * @param {string} usual
   * @param {(name: string) => void} take
   */
  function openMenu(opener, label, choices, usual, take) {
    var isSame = opener.getAttribute("aria-expanded") === "true";
    if (closeOpen) { closeOpen(); }
    if (isSame) { return; }
    var menu = document.createElement("div");
    menu.className = "hc-copy-menu";
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", label);
    var items = choices.map(([name, text]) => {
      var item = document.createElement("button");
      item.type = "button";
      item.textContent = text;
      item.tabIndex = -1;
      item.setAttribute("role", "menuitemradio");
      item.setAttribute("aria-checked", String(name === usual));
      item.addEventListener("click", () => { close(true); take(name); });
      menu.append(item);
      return item;
    });

    /** @param {boolean} comesBack */
    function close(comesBack) {
      menu.remove();
      opener.setAttribute("aria-expanded", "false");
      document.removeEventListener("pointerdown", outside);
      closeOpen = undefined;
      if (comesBack) { opener.focus({ preventScroll: true }); }
    }

    /** @param {Event} event */
    function outside(event) {
      var target = /** @type {Node} */ (event.target);
      if (!menu.contains(target) && !opener.contains(target)) { close(false); }
    }

    menu.addEventListener("keydown", (event) => {
      var at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      var moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
      if (event.key in moves) {
        event.preventDefault();
        var to = moves[/** @type {keyof typeof moves} */ (event.key)];
        items[(to + items.length) % items.length].focus();
      } else if (event.key === "Escape" || event.key === "Tab") {
        close(true);
        if (event.key === "Escape") { event.preventDefault(); }
      }
    });
    opener.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside);
    closeOpen = () => { close(false); };
    put(opener, menu);
    (items.find((item) => item.getAttribute("aria-checked") === "true") || items[0]).focus({ preventScroll: true });
  }

  globalThis.HelpcenterMenu = { openMenu };
})();

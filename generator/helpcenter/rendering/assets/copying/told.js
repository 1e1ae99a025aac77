/* What somebody is told who copied: that it went well, once it did, else the text itself, selected. */
(function () {
  "use strict";

  /** @type {number | undefined} */
  var timer;

  /** @returns {Element} */
  function toast() {
    var box = document.querySelector(".hc-toast");
    if (!box) {
      box = document.createElement("div");
      box.className = "hc-toast";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    return box;
  }

  /**
   * Say `text`, with a button for more if there is one.
   * @param {string} text
   * @param {HTMLElement} [more]
   */
  function say(text, more) {
    var box = toast();
    clearTimeout(timer);
    box.textContent = text;
    if (more) { box.append(more); }
    timer = setTimeout(() => { box.textContent = ""; }, more ? 6000 : 2500);
  }

  /**
   * Say `text`, and show `fallback` to be copied by hand.
   * @param {string} text
   * @param {string} fallback
   */
  function offer(text, fallback) {
    var box = toast();
    clearTimeout(timer);
    box.textContent = text;
    var field = document.createElement("textarea");
    field.value = fallback;
    field.readOnly = true;
    field.rows = 3;
    field.setAttribute("aria-label", text);
    box.append(field);
    field.focus();
    field.select();
    field.addEventListener("blur", () => { box.textContent = ""; }, { once: true });
  }

  globalThis.HelpcenterTold = { say, offer };
})();

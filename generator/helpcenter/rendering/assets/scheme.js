/* Colour scheme: the reader's choice before the first paint, and the button that changes it. */
(function () {
  "use strict";
  var KEY = "helpcenter.scheme";
  var root = document.documentElement;

  function stored() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  /** @param {string} scheme */
  function keep(scheme) {
    try { localStorage.setItem(KEY, scheme); } catch (error) { /* storage may be blocked */ }
  }

  function current() {
    if (root.dataset.scheme) { return root.dataset.scheme; }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /** @param {HTMLElement} button */
  function offer(button) {
    button.dataset.started = "true";
    button.hidden = false;
    button.setAttribute("aria-pressed", String(current() === "dark"));
    button.addEventListener("click", () => {
      var scheme = current() === "dark" ? "light" : "dark";
      root.dataset.scheme = scheme;
      button.setAttribute("aria-pressed", String(scheme === "dark"));
      keep(scheme);
    });
  }

  function start() {
    var button = /** @type {HTMLElement | null} */ (document.querySelector("[data-scheme-button]"));
    if (button && !button.dataset.started) { offer(button); }
  }

  root.dataset.script = "true"; // keeps room for what scripts add, so that nothing jumps
  var scheme = stored();
  if (scheme === "dark" || scheme === "light") { root.dataset.scheme = scheme; }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

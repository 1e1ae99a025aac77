/* What a reader chose, before the first paint: the colour scheme, with the button that changes it, and the platform,
   which the address may name. */
(function () {
  "use strict";
  var KEY = "helpcenter.scheme";
  var PLATFORM = "helpcenter.platform";
  var root = document.documentElement;

  /** @param {string} key */
  function stored(key) {
    try { return localStorage.getItem(key); } catch (error) { return null; }
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
  var scheme = stored(KEY);
  if (scheme === "dark" || scheme === "light") { root.dataset.scheme = scheme; }
  var named = /[?&]platform=([a-z0-9-]+)/.exec(location.search);
  var platform = named ? named[1] : stored(PLATFORM);
  if (platform) { root.dataset.platform = platform; }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

/* Search: its script comes when somebody reaches for it. Until then, and without it, forms lead to the results. */
(function () {
  "use strict";

  var OPEN = "hc-search--open";
  var script;

  function load() {
    if (window.HelpcenterSearch) { window.HelpcenterSearch.start(); }
    if (script) { return; }
    script = document.createElement("script");
    script.src = document.body.dataset.root + document.body.dataset.searchScript;
    script.onload = load;
    script.onerror = fail;
    document.body.append(script);
  }

  /* The next touch tries again. A form that nobody would see once more must lead on. */
  function fail() {
    script = null;
    document.querySelectorAll("[data-search-broken]").forEach(function (notice) { notice.hidden = false; });
    document.querySelectorAll("." + OPEN).forEach(function (form) {
      form.classList.remove(OPEN);
      if (!form.offsetParent) { form.submit(); }
    });
  }

  /* In the same task as the click, so that phones show their keyboard. */
  function open(form) {
    form.classList.toggle(OPEN, !form.closest(".hc-page--search"));
    form.q.focus();
    load();
  }

  function own() { return document.querySelector("main .hc-search") || document.querySelector(".hc-search"); }

  function click(event) {
    var touched = event.target.closest(".hc-search__input, .hc-tool--search");
    if (!touched || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (touched.href) { event.preventDefault(); }
    open(touched.form || own());
  }

  function press(event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    open(own());
  }

  function start() {
    if (document.body.dataset.searchStarted) { return; }
    document.body.dataset.searchStarted = "true";
    document.querySelectorAll(".hc-search").forEach(function (form) {
      form.action = form.dataset.searchPage + (location.protocol === "file:" ? "index.html" : "");
    });
    document.addEventListener("click", click);
    document.addEventListener("keydown", press);
    var reach = function (one) { if (one.matches(".hc-search__input")) { load(); } };
    document.addEventListener("focusin", function (event) { reach(event.target); });
    reach(document.activeElement || document.body);
    if (document.querySelector("[data-search-results]")) { load(); }
    var noted = Object(history.state).search;
    if (noted) {
      if (noted !== true) { own().q.value = noted; }
      open(own());
    }
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

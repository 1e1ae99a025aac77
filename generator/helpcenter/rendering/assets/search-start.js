/* Search: its script comes when somebody reaches for it. Until then, and without it, forms lead to the results. */
(function () {
  "use strict";

  var OPEN = "hc-search--open";
  var MINUTE = 60000;
  var component = globalThis.HelpcenterComponent;
  var loading = globalThis.HelpcenterLoading;
  /* Whether its files have been asked for. */
  var isAsked = false;
  /* Whether the search has started and lacks something: nothing will help then. */
  var isLacking = false;

  function load() {
    if (globalThis.HelpcenterSearch && !isLacking) {
      isLacking = !component.attempt("search", globalThis.HelpcenterSearch.start);
    }
    if (isLacking) { lead(); }
    if (isAsked) { return; }
    isAsked = true;
    var data = document.body.dataset;
    /** @param {string | undefined} name */
    var bring = (name) => loading.bring(/** @type {string} */ (data.root) + name);
    Promise.all([
      bring(data.searchSheet).catch(() => { /* then it is less pretty */ }),
      /* Where the index is now: pages do not say it, so that they stay as they are when another one is changed. */
      bring(data.searchPointer + "?" + Math.floor(Date.now() / MINUTE)),
      bring(data.searchScript),
      globalThis.HelpcenterNamed && bring(globalThis.HelpcenterNamed),
    ]).then(() => {
      if (data.searchIndex) { load(); } else { fail(); }
    }, fail);
  }

  /* The next touch tries again. */
  function fail() {
    isAsked = false;
    lead();
  }

  /* Without a search a form that nobody would see once more must lead on. */
  function lead() {
    document.querySelectorAll("[data-search-broken]").forEach((notice) => { notice.removeAttribute("hidden"); });
    document.querySelectorAll("." + OPEN).forEach((element) => {
      var form = /** @type {SearchForm} */ (element);
      form.classList.remove(OPEN);
      if (!form.offsetParent) { form.submit(); }
    });
  }

  /**
   * In the same task as the click, so that phones show their keyboard.
   * @param {SearchForm} form
   */
  function open(form) {
    form.classList.toggle(OPEN, !form.closest(".hc-page--search"));
    form.q.focus();
    load();
  }

  function own() {
    var form = document.querySelector("main .hc-search") || document.querySelector(".hc-search");
    return /** @type {SearchForm} */ (form);
  }

  /** @param {MouseEvent} event */
  function click(event) {
    var touched = /** @type {Element} */ (event.target).closest(".hc-search__input, .hc-tool--search");
    if (!touched || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (touched.matches("a")) { event.preventDefault(); }
    open(/** @type {SearchForm | null} */ (touched.closest("form")) || own());
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    var typing = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    open(own());
  }

  /** @param {Element} one */
  function reach(one) {
    if (one.matches(".hc-search__input")) { load(); }
  }

  function start() {
    var forms = document.querySelectorAll(".hc-search");
    var results = document.querySelector("[data-search-results]");
    if (document.body.dataset.searchStarted || (!forms.length && !results)) { return; }
    component.parts(document, {
      form: ".hc-search",
      root: "body[data-root]",
      script: "body[data-search-script]",
      pointer: "body[data-search-pointer]",
      style: "body[data-search-sheet]",
    });
    forms.forEach((form) => { component.parts(form, { field: ".hc-search__input[name=q]" }); });
    document.body.dataset.searchStarted = "true";
    forms.forEach((element) => {
      var form = /** @type {SearchForm} */ (element);
      if (form.dataset.searchPage) {
        form.action = form.dataset.searchPage + (location.protocol === "file:" ? "index.html" : "");
      }
    });
    document.addEventListener("click", click);
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", (event) => { reach(/** @type {Element} */ (event.target)); });
    reach(document.activeElement || document.body);
    if (results) { load(); }
    var noted = Object(history.state).search;
    if (noted) {
      if (noted !== true) { own().q.value = noted; }
      open(own());
    }
  }

  component.start("search", start);
})();

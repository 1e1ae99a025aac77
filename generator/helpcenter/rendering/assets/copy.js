/* Copy: the buttons of a page and of what folds. What they do comes when somebody is about to use them (copying/). */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  /** @type {Promise<unknown> | undefined} */
  var loaded;

  /** The button of the form that was chosen last; its name stands before it. */
  function usual() {
    try { return (localStorage.getItem("helpcenter.copy") || "").split("|")[1]; } catch (error) { return ""; }
  }

  /**
   * @param {Element} row
   * @param {string | undefined} text
   * @param {string} does
   * @param {string} [label]
   */
  function button(row, text, does, label) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "hc-copy";
    made.dataset.copies = does;
    made.textContent = text || "";
    if (label) { component.describe(made, { "aria-label": label, "aria-haspopup": "menu" }); }
    row.append(made);
  }

  function start() {
    var pages = ".hc-page--article .hc-main, .hc-page--faq .hc-main, .hc-page--flow .hc-main";
    var main = /** @type {HTMLElement} */ (document.querySelector(pages));
    if (!main || main.dataset.copyStarted) { return; }
    var row = component.parts(main, { row: ".hc-copies[data-copying]" }).row;
    var words = row.dataset;
    main.dataset.copyStarted = "true";
    if (!row.hidden) {
      button(row, usual() || words.usual, "usual");
      button(row, "▾", "menu", words.menu);
    }
    if (!row.hidden && "share" in navigator) { button(row, words.share, "share"); }
    // Nothing moves, as it is not open.
    var folds = ".hc-fold[id], section:not(.hc-sources):not(.hc-changes) > .hc-fold--area, .hc-question";
    main.querySelectorAll(folds).forEach((fold) => {
      var end = document.createElement("div");
      end.className = "hc-copies";
      button(end, words.part, "usual");
      button(end, "▾", "menu", words.menu);
      fold.append(end);
    });
    /** @param {(copying: typeof HelpcenterCopying) => void} then */
    function ready(then) {
      loaded = loaded || globalThis.HelpcenterLoading.bring(words.copying || "");
      loaded.then(() => { then(globalThis.HelpcenterCopying); })
        .catch((error) => { component.tell("copy", error); });
    }
    ["pointerover", "focusin", "click"].forEach((name) => {
      main.addEventListener(name, (event) => {
        var target = /** @type {Element} */ (event.target);
        var opener = /** @type {HTMLElement} */ (target.closest("[data-copies], .hc-mark"));
        var pressed = /** @type {MouseEvent} */ (event);
        if (!opener || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) { return; }
        if (name === "click") { event.preventDefault(); }
        ready((copying) => { if (name === "click") { copying.use(opener, row); } });
      });
    });
    var mark = /[?&]v=(\d{1,6})/.exec(location.search);
    if (mark && words.changed === "" && mark[1] !== words.version) {
      var version = Number(mark[1]);
      ready((copying) => { copying.tell(version); });
    }
  }

  component.start("copy", start);
})();

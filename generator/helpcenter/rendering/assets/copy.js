/* Copy: one row for the page's address, alone or with the answer, and the phone's own way to share; section marks copy
   their link. */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
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
   * Say `text`, and show `fallback` to be copied by hand.
   * @param {string | undefined} text
   * @param {string} [fallback]
   */
  function say(text, fallback) {
    var box = toast();
    clearTimeout(timer);
    box.textContent = text || "";
    if (fallback) {
      var field = document.createElement("textarea");
      field.value = fallback;
      field.readOnly = true;
      field.rows = 3;
      field.setAttribute("aria-label", text || "");
      box.append(field);
      field.focus();
      field.select();
      field.addEventListener("blur", () => { box.textContent = ""; }, { once: true });
    } else {
      timer = setTimeout(() => { box.textContent = ""; }, 2500);
    }
  }

  /** @param {string} text */
  function copy(text) {
    var words = document.body.dataset;
    var failed = () => { say(words.copyFailed, text); };
    if (!navigator.clipboard) { failed(); return; }
    navigator.clipboard.writeText(text).then(() => { say(words.copied); }, failed);
  }

  /** @param {string | null} [anchor] */
  function address(anchor) { return location.href.split("#")[0] + (anchor || ""); }

  function share() {
    navigator.share({ title: document.title, url: address() }).catch(() => { /* who shares may think better of it */ });
  }

  /**
   * @param {string | undefined} label
   * @param {() => void} action
   */
  function button(label, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "hc-copy";
    made.textContent = label || "";
    made.addEventListener("click", action);
    return made;
  }

  function start() {
    var main = /** @type {HTMLElement | null} */ (
      document.querySelector(".hc-page--article .hc-main, .hc-page--faq .hc-main")
    );
    if (!main || main.dataset.copyStarted) { return; }
    var row = component.parts(main, { row: ".hc-copies" }).row;
    var words = component.parts(document, {
      copy: "body[data-copy-link]", reply: "body[data-copy-text]", copied: "body[data-copied]",
      failed: "body[data-copy-failed]", share: "body[data-share]",
    }).copy.dataset;
    main.dataset.copyStarted = "true";
    row.append(button(words.copyLink, () => { copy(address()); }));
    main.querySelectorAll("[data-copy-text]").forEach((reply) => {
      var greeting = reply.getAttribute("data-copy-text");
      row.append(button(words.copyText, () => { copy(greeting + component.textOf(reply).trim() + "\n" + address()); }));
    });
    if ("share" in navigator) { row.append(button(words.share, share)); }
    main.addEventListener("click", (event) => {
      var mark = /** @type {Element} */ (event.target).closest(".hc-mark");
      if (mark) { copy(address(mark.getAttribute("href"))); }
    });
  }

  component.start("copy", start);
})();

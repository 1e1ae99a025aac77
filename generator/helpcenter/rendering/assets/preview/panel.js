/* The panel of problems, over a page and apart from its styles; a click on a place copies it. */
(function () {
  "use strict";
  if (globalThis.HelpcenterPanel) { return; }
  var KEY = "helpcenter.preview.panel";
  /** @type {ShadowRoot | null} */
  var root = null;
  var shown = "";
  var isOffered = false;

  /** @param {string} [value] */
  function memory(value) {
    try {
      if (value !== undefined) { sessionStorage.setItem(KEY, value); }
      return sessionStorage.getItem(KEY) || "";
    } catch (error) { return ""; }
  }

  /**
   * @param {HTMLElement} button
   * @param {string | undefined} text
   */
  function say(button, text) {
    var note = document.createElement("span");
    note.className = "note";
    note.setAttribute("role", "status");
    button.after(note);
    note.textContent = text || "";
    setTimeout(() => { note.remove(); }, 2500);
  }

  /** @param {string} text */
  function byHand(text) {
    var focused = /** @type {HTMLElement | null} */ (document.activeElement);
    var field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    var went = document.execCommand("copy");
    field.remove();
    if (focused) { focused.focus({ preventScroll: true }); }
    return went;
  }

  /** @param {string} text */
  function copied(text) {
    if (navigator.clipboard) { return navigator.clipboard.writeText(text).then(() => true, () => false); }
    return Promise.resolve(byHand(text)); // as on a phone, which sees this over the network
  }

  /**
   * @param {ParentNode} part
   * @param {HTMLElement} words
   */
  function wire(part, words) {
    part.querySelectorAll("[data-copy]").forEach((node) => {
      var button = /** @type {HTMLElement} */ (node);
      button.addEventListener("click", () => {
        copied(button.dataset.copy || "").then((went) => {
          say(button, went ? words.dataset.copied : words.dataset.copyFailed);
        });
      });
    });
  }

  /**
   * A place over the page whose styles are its own. Nothing is shown before they are there.
   * @param {string} role
   * @param {string} style
   */
  function placeOver(role, style) {
    var element = document.createElement("helpcenter-preview");
    element.setAttribute("role", role);
    var made = element.attachShadow({ mode: "open" });
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    element.style.display = "none";
    link.addEventListener("load", () => { element.style.display = ""; });
    made.append(link);
    document.body.append(element);
    return made;
  }

  /**
   * The place of the panel.
   * @param {string} style
   */
  function host(style) {
    if (root) { return root; }
    root = placeOver("region", style);
    var news = document.createElement("p");
    news.className = "news";
    news.setAttribute("role", "status");
    root.append(news);
    return root;
  }

  /**
   * Offer the page that shows this one side by side, at the step of a flow that is seen here.
   * @param {string} address
   * @param {string} label
   * @param {string} style
   */
  function offer(address, label, style) {
    if (!address || isOffered) { return; }
    isOffered = true;
    var nav = placeOver("navigation", style);
    nav.host.setAttribute("aria-label", label);
    var link = document.createElement("a");
    link.className = "beside";
    link.href = address;
    link.textContent = label;
    link.addEventListener("click", () => { link.hash = location.hash; });
    nav.append(link);
  }

  /**
   * Show the panel that the preview wrote, or none for nothing.
   * @param {string} html
   * @param {string} style
   */
  function show(html, style) {
    if (html === shown) { return; }
    shown = html;
    var place = html || root ? host(style) : null;
    var old = place && place.querySelector(".panel");
    if (old) { old.remove(); }
    if (!place) { return; }
    var news = /** @type {HTMLElement} */ (place.querySelector(".news"));
    var panel = /** @type {HTMLDetailsElement | null} */ (
      new DOMParser().parseFromString(html, "text/html").querySelector(".panel")
    );
    if (!panel) {
      news.textContent = "";
      memory("");
      return;
    }
    var made = document.importNode(panel, true);
    var isLoud = made.classList.contains("errors");
    made.open = isLoud ? memory() !== "closed" : memory() === "open";
    made.addEventListener("toggle", () => { memory(made.open ? "open" : "closed"); });
    wire(made, made);
    place.host.setAttribute("aria-label", made.dataset.label || "");
    place.append(made);
    var summary = made.querySelector("summary");
    news.textContent = summary ? summary.textContent : "";
  }

  globalThis.HelpcenterPanel = { show, offer, wire };
})();

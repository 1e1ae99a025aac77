/* An entry side by side: the colours of the phone, the step of a flow in its map, and after a save only what is new. */
(function () {
  "use strict";
  var KEY = "helpcenter.preview.scheme";
  var KINDS = ".hc-page--article, .hc-page--faq, .hc-page--flow, .hc-page--map";
  var main = /** @type {HTMLElement | null} */ (null);
  var phone = /** @type {HTMLIFrameElement | null} */ (null);
  var scheme = "";
  var isLoading = false;

  /** @param {string} [value] */
  function memory(value) {
    try {
      if (value) { sessionStorage.setItem(KEY, value); }
      return sessionStorage.getItem(KEY) || "";
    } catch (error) { return value || ""; }
  }

  /** The page in the phone; null while it is of another host, or has nothing yet. */
  function shown() {
    var page = phone && phone.contentDocument;
    return page && page.documentElement ? page : null;
  }

  /** @param {Document} page */
  function schemeOf(page) {
    return page.documentElement.dataset.scheme ||
      (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  /** Colours and, as on a phone, no room for a scroll bar. The writer's own choice for the site stays as it is. */
  function dress() {
    var page = shown();
    if (!page) { return; }
    var root = page.documentElement;
    if (scheme && root.dataset.scheme !== scheme) { root.dataset.scheme = scheme; }
    root.style.setProperty("scrollbar-width", "none");
  }

  /* Before every picture while a page is coming, so that none is seen in other colours. */
  function dressWhileLoading() {
    dress();
    if (isLoading) { requestAnimationFrame(dressWhileLoading); }
  }

  function leave() {
    isLoading = true;
    dressWhileLoading();
  }

  function tell() {
    var page = shown();
    if (!page) { return; }
    var current = schemeOf(page);
    document.querySelectorAll(".beside-scheme input").forEach((node) => {
      var input = /** @type {HTMLInputElement} */ (node);
      input.checked = input.value === current;
    });
    mark(page);
  }

  /**
   * Mark in the map what the phone shows, and bring it into sight there.
   * @param {Document} page
   */
  function mark(page) {
    var frame = document.querySelector(".beside-map");
    var section = page.querySelector(".hc-step[data-current]") || page.querySelector(".hc-step:target");
    if (!frame) { return; }
    var address = section ? page.location.pathname + "#" + section.id.split("~")[0] : "";
    frame.querySelectorAll("a").forEach((link) => {
      var isHere = Boolean(address) && addressOf(link) === address;
      if (!isHere) { link.removeAttribute("aria-current"); return; }
      if (link.getAttribute("aria-current")) { return; }
      link.setAttribute("aria-current", "step");
      var box = link.getBoundingClientRect();
      var room = /** @type {Element} */ (frame).getBoundingClientRect();
      /** @type {Element} */ (frame).scrollBy({
        left: (box.left + box.right - room.left - room.right) / 2,
        top: (box.top + box.bottom - room.top - room.bottom) / 2,
      });
    });
  }

  /** @param {Element} link */
  function addressOf(link) {
    var found = new URL(link.getAttribute("href") || "", location.href);
    return found.pathname + found.hash;
  }

  /** @param {Document} page */
  function choose(page) {
    var own = page.documentElement.dataset.scheme || "";
    if (scheme && own && own !== scheme) { scheme = memory(own); } // the button of the page itself
    tell();
  }

  /**
   * Other sites cannot be shown here.
   * @param {Event} event
   */
  function sendAway(event) {
    var link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
    if (link && /^http/.test(link.protocol) && link.origin !== location.origin) { link.target = "_blank"; }
  }

  function arrive() {
    var page = shown();
    isLoading = false;
    if (!phone || !page || !phone.contentWindow || page.location.protocol === "about:") { return; }
    dress();
    tell();
    page.addEventListener("click", sendAway);
    phone.contentWindow.addEventListener("pagehide", leave);
    phone.contentWindow.addEventListener("hashchange", tell);
    new MutationObserver(() => { choose(/** @type {Document} */ (page)); })
      .observe(page, { attributes: true, subtree: true, attributeFilter: ["data-scheme", "data-current"] });
    follow(page);
  }

  /**
   * Show beside the phone what belongs to the entry that it was led to.
   * @param {Document} page
   */
  function follow(page) {
    if (!main || !page.querySelector(KINDS)) { return; }
    var path = page.location.pathname.slice((main.dataset.root || "/").length);
    var id = path.split("/")[0];
    if (id && id !== main.dataset.id) { renew("/__preview/" + id + "/"); }
  }

  /**
   * Take over what another version of this page, or that of another entry, has in its bar and cards.
   * @param {string} address
   */
  function renew(address) {
    fetch(address, { cache: "no-store" }).then((answer) => {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then((html) => {
      var page = new DOMParser().parseFromString(html, "text/html");
      var theirs = /** @type {HTMLElement} */ (page.querySelector(".beside-main"));
      var isSame = theirs.dataset.id === /** @type {HTMLElement} */ (main).dataset.id;
      var place = isSame ? globalThis.HelpcenterPlace : null;
      if (place) { place.keep(); }
      document.querySelectorAll("[aria-current]").forEach((link) => { link.removeAttribute("aria-current"); });
      ["bar", "cards"].forEach((part) => { replace(page, "[data-part=" + part + "]"); });
      document.title = page.title;
      /** @type {HTMLElement} */ (phone).title = /** @type {HTMLElement} */ (page.querySelector("iframe")).title;
      Object.assign(/** @type {HTMLElement} */ (main).dataset, theirs.dataset);
      var own = /** @type {HTMLElement | null} */ (document.querySelector("script[data-tag]"));
      var other = /** @type {HTMLElement | null} */ (page.querySelector("script[data-tag]"));
      if (own && other) { Object.assign(own.dataset, other.dataset); }
      history.replaceState(null, "", address);
      if (place) { place.restore(); }
      tell();
    }).catch(() => { location.assign(address); });
  }

  /**
   * @param {Document} page
   * @param {string} selector
   */
  function replace(page, selector) {
    var old = document.querySelector(selector);
    var fresh = page.querySelector(selector);
    if (!old || !fresh || old.isEqualNode(fresh)) { return; }
    var made = document.importNode(fresh, true);
    old.replaceWith(made);
    wire(made);
  }

  /** @param {ParentNode} part */
  function wire(part) {
    if ("HelpcenterPanel" in globalThis) { globalThis.HelpcenterPanel.wire(part, document.body); }
    part.querySelectorAll(".beside-map a").forEach((link) => { link.setAttribute("target", "phone"); });
  }

  function start() {
    main = document.querySelector(".beside-main");
    phone = document.querySelector("iframe");
    if (!main || !phone || phone.dataset.started) { return; }
    phone.dataset.started = "true";
    scheme = memory();
    wire(document);
    phone.addEventListener("load", arrive);
    if (location.hash) { phone.src = phone.getAttribute("src") + location.hash; }
    document.querySelectorAll(".beside-scheme input").forEach((node) => {
      node.addEventListener("change", () => {
        scheme = memory(/** @type {HTMLInputElement} */ (node).value);
        dress();
      });
    });
    addEventListener("helpcenter.changed", (event) => {
      event.preventDefault();
      renew(location.pathname);
    });
    leave();
    var page = shown();
    if (page && page.readyState === "complete") { arrive(); }
  }

  addEventListener("DOMContentLoaded", start, { once: true });
})();

/* A result of a search that names a platform leads to what is said to its readers. Links change when somebody follows
   or copies one: until then nobody sees where they lead. */
(function () {
  "use strict";

  /**
   * Whether a query has a name; of Latin letters only as a whole word.
   * @param {string} query
   * @param {string} name
   */
  function has(query, name) {
    var at = query.indexOf(name);
    if (at < 0) { return false; }
    return !/[a-z0-9]{2}/.test(query.charAt(at - 1) + name[0]) &&
      !/[a-z0-9]{2}/.test(name.slice(-1) + query.charAt(at + name.length));
  }

  /**
   * The only platform that a query names.
   * @param {string} typed
   */
  function named(typed) {
    var search = globalThis.HelpcenterSearch;
    var query = search.plain(typed);
    var found = (search.find("", 0, Boolean).site.platforms || []).filter(
      ([, names]) => names.some((name) => has(query, search.plain(name)))
    );
    return found.length === 1 ? found[0][0] : "";
  }

  /**
   * The table of what platforms say is not needed where the text says it.
   * @param {HTMLAnchorElement} hit
   * @param {string} platform
   */
  function lead(hit, platform) {
    var address = new URL(hit.href);
    address.searchParams.set("platform", platform);
    if (address.hash === "#sources") { address.hash = ""; }
    hit.href = address.href;
  }

  /** @param {Event} event */
  function follow(event) {
    var hit = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.hc-hit"));
    if (!hit || !globalThis.HelpcenterSearch) { return; }
    var form = hit.closest("form") || document.querySelector("main .hc-search");
    var platform = form ? named(/** @type {SearchForm} */ (form).q.value) : "";
    if (platform) { lead(hit, platform); }
  }

  function start() {
    if (document.body.dataset.platformHits) { return; }
    document.body.dataset.platformHits = "true";
    ["click", "auxclick", "contextmenu"].forEach((kind) => { document.addEventListener(kind, follow, true); });
  }

  globalThis.HelpcenterComponent.start("platform hits", start);
})();

/* Old addresses: who opens one is taken on, with the query and the fragment. Without this the page says where to go. */
(function () {
  "use strict";

  /**
   * The link of an anchor that moved away from this page.
   * @param {string} hash
   */
  function linkOf(hash) {
    var name = hash.slice(1).split("?")[0];
    try { name = decodeURIComponent(name); } catch { /* as it is */ }
    return Array.from(document.querySelectorAll(".hc-moved li")).find((row) => row.id === name)?.querySelector("a");
  }

  function follow() {
    var hash = location.hash;
    var link = hash ? linkOf(hash) : null;
    var leads = document.querySelector("a[data-leads]");
    var href = (link || leads)?.getAttribute("href");
    if (!href) { return; }
    var [path, part] = href.split("#");
    var rest = hash.includes("?") ? hash.slice(hash.indexOf("?")) : "";
    var end = link || part ? (part ? "#" + part + rest : "") : hash;
    location.replace((path ? path + location.search : "") + (end || (path ? "" : "#")));
  }

  addEventListener("hashchange", follow);
  follow();
})();

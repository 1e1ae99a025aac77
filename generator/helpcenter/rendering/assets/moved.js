/* Old addresses: who opens one is taken on, with the query and the fragment. Without this the page says where to go. */
(function () {
  "use strict";

  /** @param {string} text */
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  /**
   * Where an anchor leads that moved away from this page; nothing for others.
   * @param {string} hash
   */
  function targetOf(hash) {
    var name = decoded(hash.slice(1).split("?")[0]);
    var row = Array.from(document.querySelectorAll(".hc-moved li")).find((one) => one.id === name);
    var link = row && name ? row.querySelector("a") : null;
    return link ? link.getAttribute("href") || "" : "";
  }

  function follow() {
    var hash = location.hash;
    var own = targetOf(hash);
    var leads = document.querySelector("a[data-leads]");
    var href = own || (leads ? leads.getAttribute("href") || "" : "");
    if (!href) { return; }
    var parts = href.split("#");
    var answers = hash.includes("?") ? hash.slice(hash.indexOf("?")) : "";
    var fragment = parts[1] ? "#" + parts[1] + answers : own ? "" : hash;
    location.replace((parts[0] ? parts[0] + location.search : "") + fragment);
  }

  addEventListener("hashchange", follow);
  follow();
})();

/* The search of the peer with Pagefind: its own interface for scripts, without the larger one for readers. */
(function () {
  "use strict";

  /**
   * @typedef {{ url: string, meta: { title: string } }} Page
   * @typedef {{ results: { data: () => Promise<Page> }[] }} Found
   * @typedef {{ search: (words: string) => Promise<Found> }} Pagefind
   */

  var input = /** @type {HTMLInputElement} */ (document.querySelector("input[type=search]"));
  var results = /** @type {HTMLElement} */ (document.querySelector("#results"));
  /** @type {Promise<Pagefind> | undefined} */
  var pagefind;

  /**
   * Loads the module, which hands itself over: a script of this dialect cannot import.
   * @returns {Promise<Pagefind>}
   */
  function load() {
    var module = document.createElement("script");
    module.type = "module";
    module.textContent = "import * as found from '/pagefind/pagefind.js';" +
      "dispatchEvent(new CustomEvent('pagefind', { detail: found }));";
    return new Promise((resolve) => {
      addEventListener("pagefind", (event) => { resolve(/** @type {CustomEvent} */ (event).detail); });
      document.head.append(module);
    });
  }

  /** @param {Page[]} pages */
  function show(pages) {
    results.textContent = "";
    pages.forEach((page) => {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = page.url;
      link.textContent = page.meta.title;
      item.append(link);
      results.append(item);
    });
  }

  input.addEventListener("input", () => {
    pagefind = pagefind || load();
    pagefind
      .then((engine) => engine.search(input.value))
      .then((found) => Promise.all(found.results.slice(0, 5).map((result) => result.data())))
      .then(show);
  });
})();

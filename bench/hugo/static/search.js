/* The plain search of the peer: every page that holds what was typed. */
(function () {
  "use strict";

  var input = /** @type {HTMLInputElement} */ (document.querySelector("input[type=search]"));
  var results = /** @type {HTMLElement} */ (document.querySelector("#results"));
  /** @type {Promise<Record<"title" | "keywords" | "text" | "url", string>[]> | undefined} */
  var pages;

  input.addEventListener("input", () => {
    pages = pages || fetch("/index.json").then((answer) => answer.json());
    pages.then((all) => {
      var words = input.value.trim();
      var found = words ? all.filter((page) => (page.title + page.keywords + page.text).includes(words)) : [];
      results.textContent = "";
      found.slice(0, 10).forEach((page) => {
        var item = document.createElement("li");
        var link = document.createElement("a");
        link.href = page.url;
        link.textContent = page.title;
        item.append(link);
        results.append(item);
      });
    });
  });
})();

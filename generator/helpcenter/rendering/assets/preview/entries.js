/* The list of entries: what is typed into its field leaves those that have all of it. */
(function () {
  "use strict";

  function start() {
    var field = /** @type {HTMLInputElement | null} */ (document.querySelector(".beside-filter input"));
    var status = /** @type {HTMLElement | null} */ (document.querySelector(".beside-filter [role=status]"));
    if (!field || !status) { return; }
    var [input, told] = [field, status];
    var rows = Array.from(document.querySelectorAll(".beside-list li"));
    var texts = rows.map((row) => row.textContent.toLowerCase());
    input.addEventListener("input", () => {
      var wanted = input.value.toLowerCase().split(/\s+/);
      var count = 0;
      rows.forEach((row, place) => {
        var fits = wanted.every((word) => texts[place].includes(word));
        row.toggleAttribute("hidden", !fits);
        if (fits) { count += 1; }
      });
      told.textContent = (told.dataset.count || "").replace("{count}", String(count));
    });
  }

  addEventListener("DOMContentLoaded", start, { once: true });
})();

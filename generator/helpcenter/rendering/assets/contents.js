/* Contents: open where there is room beside the text; there they tell which part is being read. */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var LINE = 160; // px below the top of the screen: what has passed it is being read

  /**
   * @param {HTMLDetailsElement} fold
   * @param {HTMLElement} button
   */
  function fit(fold, button) {
    var wide = matchMedia("(min-width: 64em)");
    var turn = () => {
      fold.open = wide.matches;
      button.tabIndex = wide.matches ? -1 : 0;
    };
    turn();
    wide.addListener(turn); // older browsers know no other way to listen
  }

  /** @param {HTMLDetailsElement} fold */
  function follow(fold) {
    var links = Array.from(fold.querySelectorAll("a"));
    var places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    var mark = () => {
      var now = 0;
      places.forEach((place, number) => {
        if (place && place.getBoundingClientRect().top < LINE) { now = number + 1; }
      });
      links.forEach((link, number) => { link.toggleAttribute("data-now", number === now - 1); });
    };
    var seen = new IntersectionObserver(mark, { rootMargin: "-" + LINE + "px 0px 0px 0px" });
    places.forEach((place) => { if (place) { seen.observe(place); } });
  }

  function start() {
    var fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".hc-toc > details"));
    if (!fold || fold.dataset.started) { return; }
    fit(fold, component.parts(fold, { button: "summary" }).button);
    fold.dataset.started = "true";
    if (globalThis.IntersectionObserver) { follow(fold); }
  }

  component.start("contents", start);
})();

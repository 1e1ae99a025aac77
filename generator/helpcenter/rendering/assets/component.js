/* Components: each starts when the page is there. One that lacks something names it, and leaves the page and the others
   as they are. */
(function () {
  "use strict";

  /**
   * The first elements that match each selector, by the same names. Throws when any is missing.
   * @template {string} Name
   * @param {ParentNode} root
   * @param {Record<Name, string>} selectors
   * @returns {Record<Name, HTMLElement>}
   */
  function parts(root, selectors) {
    var found = /** @type {Record<Name, HTMLElement>} */ ({});
    var names = /** @type {Name[]} */ (Object.keys(selectors));
    var missing = names.filter((name) => {
      var element = /** @type {HTMLElement | null} */ (root.querySelector(selectors[name]));
      if (element) { found[name] = element; }
      return !element;
    });
    if (missing.length) { throw new Error("lacks " + missing.map((name) => selectors[name]).join(", ")); }
    return found;
  }

  /**
   * What an element says to customers who chose a platform, or to all; also of one that is not shown. Notes for staff
   * are for nobody of them.
   * @param {Element} element
   */
  function textOf(element) {
    var chosen = document.documentElement.dataset.platform || "";
    var copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll("[data-not], span[data-for], .hc-staff").forEach((part) => {
      var own = part.getAttribute("data-for");
      var isChosen = (own || part.getAttribute("data-not") || chosen).split(" ").includes(chosen);
      if (isChosen === (own === null)) { part.remove(); }
    });
    return copy.textContent || "";
  }

  /**
   * @param {string} name
   * @param {unknown} error
   */
  function tell(name, error) { console.error("helpcenter: " + name, error); }

  /**
   * Run a part of a component. Returns whether it went well; else the component and the error are told.
   * @param {string} name
   * @param {() => void} run
   */
  function attempt(name, run) {
    try { run(); } catch (error) {
      tell(name, error);
      return false;
    }
    return true;
  }

  /**
   * @param {string} name
   * @param {() => void} begin
   */
  function start(name, begin) {
    var run = () => { attempt(name, begin); };
    if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", run); } else { run(); }
  }

  /* The rest comes with elements.js, where flows are not alone; a flow that comes later takes nothing away. */
  globalThis.HelpcenterComponent = { ...globalThis.HelpcenterComponent, parts, textOf, tell, attempt, start };
})();

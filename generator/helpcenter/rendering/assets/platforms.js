/* Where readers bought: one choice for all pages, kept here and in the address, so that a link carries it. The choice
   before the first paint is in scheme. */
(function () {
  "use strict";

  var KEY = "helpcenter.platform";
  var component = globalThis.HelpcenterComponent;

  /** @param {string} platform */
  function keep(platform) {
    try {
      if (platform) { localStorage.setItem(KEY, platform); } else { localStorage.removeItem(KEY); }
    } catch (error) { /* storage may be blocked */ }
  }

  /**
   * Let the page speak of a platform, of all where it is empty.
   * @param {HTMLElement} box
   * @param {string} platform
   */
  function show(box, platform) {
    var address = new URL(location.href);
    if (platform) { address.searchParams.set("platform", platform); } else { address.searchParams.delete("platform"); }
    if (address.href !== location.href) { history.replaceState(history.state, "", address.href); }
    if (platform) {
      document.documentElement.dataset.platform = platform;
    } else {
      delete document.documentElement.dataset.platform;
    }
    box.querySelectorAll("button").forEach((button) => {
      component.describe(button, { "aria-pressed": button.value === platform });
    });
    document.dispatchEvent(new Event("platformchange"));
  }

  /**
   * @param {HTMLElement} box
   * @param {string | null | undefined} platform
   */
  function known(box, platform) {
    var buttons = Array.from(box.querySelectorAll("button"));
    return buttons.find((button) => platform && button.value === platform);
  }

  function start() {
    var box = /** @type {HTMLElement | null} */ (document.querySelector(".hc-platforms"));
    if (!box || box.dataset.started) { return; }
    var choice = box;
    choice.dataset.started = "true";
    var chosen = known(choice, document.documentElement.dataset.platform);
    if (chosen) {
      keep(chosen.value);
      choice.scrollLeft = chosen.offsetLeft - choice.offsetLeft - 60;
    }
    show(choice, chosen ? chosen.value : "");
    choice.addEventListener("click", (event) => {
      var button = /** @type {Element} */ (event.target).closest("button");
      if (!button) { return; }
      keep(button.value);
      show(choice, button.value);
    });
    // An answer of a flow may tell it; the address changes first, so that the link of the answer keeps it.
    document.addEventListener("click", (event) => {
      var option = /** @type {Element} */ (event.target).closest("[data-tells]");
      var told = known(choice, option && option.getAttribute("data-tells"));
      if (!told) { return; }
      keep(told.value);
      show(choice, told.value);
    }, true);
    addEventListener("storage", (event) => {
      if (event.key === KEY) { show(choice, known(choice, event.newValue) ? event.newValue || "" : ""); }
    });
  }

  component.start("platforms", start);
})();

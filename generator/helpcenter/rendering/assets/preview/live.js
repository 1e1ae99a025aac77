/* A page of the preview: hears of every save, loads itself anew when it changed, and shows what is wrong. */
(function () {
  "use strict";
  var EVENTS = "/__preview/events";
  var PATIENCE = 120; // milliseconds for which a file may be half-written
  var own = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (!own || globalThis.HelpcenterLive) { return; }
  globalThis.HelpcenterLive = true;

  var place = globalThis.HelpcenterPlace;
  var panel = globalThis.HelpcenterPanel;
  var isFramed = globalThis.top !== globalThis.self;
  var alone = /** @type {HTMLElement | null} */ (document.querySelector(".alone main"));
  var others = globalThis.BroadcastChannel ? new BroadcastChannel("helpcenter.preview") : null;
  /** @type {EventSource | null} */
  var stream = null;
  /** @type {number | undefined} */
  var timer;
  var isFirst = true;

  /** Ask for this page again, and load it anew when it is another. */
  function look() {
    fetch(location.href.split("#")[0], { method: "HEAD", cache: "no-store" }).then((answer) => {
      if ((answer.headers.get("ETag") || "").replace(/"/g, "") === own.dataset.tag) { return; }
      // A page that knows how to become another need not be loaded.
      if (!dispatchEvent(new Event("helpcenter.changed", { cancelable: true }))) { return; }
      place.keep();
      location.reload();
    }, () => { /* the preview has ended, or starts again */ });
  }

  /** @param {PreviewState} state */
  function hear(state) {
    if (String(state.version) !== own.dataset.version) { look(); }
    if (alone || isFramed) { return; }
    panel.offer(own.dataset.beside || "", state.beside, own.dataset.style || "");
    clearTimeout(timer);
    var show = () => { panel.show(state.panel, own.dataset.style || ""); };
    timer = setTimeout(show, isFirst || !state.errors ? 0 : PATIENCE);
    isFirst = false;
  }

  function listen() {
    if (stream || isFramed || document.hidden) { return; }
    stream = new EventSource(EVENTS);
    stream.addEventListener("message", (event) => {
      var state = /** @type {PreviewState} */ (JSON.parse(event.data));
      if (others) { others.postMessage(state); }
      hear(state);
    });
  }

  function rest() {
    if (stream) { stream.close(); }
    stream = null;
  }

  // A browser has six connections to a server for all of its tabs, so only those that are seen hold one.
  document.addEventListener("visibilitychange", () => { if (document.hidden) { rest(); } else { listen(); } });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  if (others && isFramed) { others.addEventListener("message", (event) => { hear(event.data); }); }
  if (alone) { panel.wire(alone, alone); }
  document.addEventListener("DOMContentLoaded", () => {
    place.restore();
    listen();
  }, { once: true });
})();

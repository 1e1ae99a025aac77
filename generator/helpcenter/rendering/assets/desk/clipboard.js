/* The clipboard: a message is said to be copied once the browser says so, and where it may be read, once it is
   there. */
(function (desk) {
  "use strict";

  /**
   * As older browsers do it, and pages that did not come over HTTPS. Returns whether the browser took both.
   * @param {DeskMessage} message
   */
  function copyInEvent({ text, html }) {
    var isTaken = false;
    /** @param {ClipboardEvent} event */
    function give(event) {
      if (!event.clipboardData) { return; }
      event.clipboardData.setData("text/plain", text);
      if (html) { event.clipboardData.setData("text/html", html); }
      event.preventDefault();
      isTaken = true;
    }
    document.addEventListener("copy", give);
    try { isTaken = document.execCommand("copy") && isTaken; } catch (error) { isTaken = false; }
    document.removeEventListener("copy", give);
    return isTaken;
  }

  /** @param {DeskMessage} message */
  function put({ text, html }) {
    if (!html) { return navigator.clipboard.writeText(text); }
    return navigator.clipboard.write([new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }),
    })]);
  }

  /** @param {string} text */
  function lines(text) { return text.replace(/\r\n?/g, "\n"); }

  /**
   * Whether the clipboard holds a text, or nobody may look without asking.
   * @param {string} text
   */
  function holds(text) {
    var query = navigator.permissions && navigator.permissions.query({ name: /** @type {any} */ ("clipboard-read") });
    return Promise.resolve(query).then(
      (found) => !found || found.state !== "granted" ||
        navigator.clipboard.readText().then((read) => lines(read) === lines(text))
    ).catch(() => true);
  }

  /**
   * @param {DeskMessage} message
   * @returns {Promise<boolean>}
   */
  desk.copy = function (message) {
    if (!navigator.clipboard || (message.html && typeof ClipboardItem === "undefined")) {
      return Promise.resolve(copyInEvent(message));
    }
    return new Promise((resolve) => { resolve(put(message)); })
      .then(() => holds(message.text), () => copyInEvent(message));
  };
})(globalThis.HelpcenterDeskApp);

/* What comes later than the page: scripts, in the order in which they are asked for, and style sheets. */
(function () {
  "use strict";

  /** @param {string} address */
  function bring(address) {
    return new Promise((done, failed) => {
      var isStyle = address.endsWith(".css");
      var element = document.createElement(isStyle ? "link" : "script");
      Object.assign(element, isStyle ? { rel: "stylesheet", href: address } : { async: false, src: address });
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  globalThis.HelpcenterLoading = { bring };
})();

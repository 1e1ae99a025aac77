/* What Material's bundle expects from its own inline scripts, which a strict policy forbids. */
(function () {
  "use strict";
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (hash, char) { return (hash << 5) - hash + char.charCodeAt(0); }, 0);
  };
  window.__md_get = function () { return null; };
  window.__md_set = function () {};
})();

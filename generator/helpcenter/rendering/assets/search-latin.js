/* Letters: what is the same in another form. Begins what the scripts of the search share. */
(function () {
  "use strict";

  // eslint-disable-next-line no-misleading-character-class -- marks are meant by themselves
  var MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]/g;

  /**
   * A text without differences of width, case, accents and kana; the same as in helpcenter/search/folding.py.
   * @param {string} text
   */
  function plain(text) {
    return text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  }

  /**
   * A text after one rule after the other; the rules come from helpcenter/search/spelling.py with the index.
   * @param {string} text
   * @param {[pattern: string, by: string][]} rules
   */
  function rewritten(text, rules) {
    return rules.reduce((rest, [pattern, by]) => rest.replace(new RegExp(pattern, "g"), by), text);
  }

  globalThis.HelpcenterSearch = /** @type {typeof HelpcenterSearch} */ ({ plain, rewritten });
})();

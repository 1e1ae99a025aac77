/* Words in Latin letters: their stems, and which differ by one letter. Begins what the scripts of the search share. */
(function () {
  "use strict";

  /* A word without its endings; the same as `stem` in generator/search/terms.py, rule by rule. */
  var ENDINGS = [
    [/(.{3})(?:ies|ied)$/, "$1y"],
    [/(s|x|z|ch|sh)es$/, "$1"],
    [/(..[^su])s$/, "$1"],
    [/^(?=.{3,}(?:ed|ing)$)(.*[aeiouy].*)(?:ed|ing)$/, "$1"],
    [/(.{3})ment$/, "$1"],
    [/(.{3}[st])ion$/, "$1"],
    [/(.{3})ificat$/, "$1ify"],
    [/(.{4})at$/, "$1"],
    [/(.{3})ly$/, "$1"],
    [/(.{3})e$/, "$1"],
    [/(..)([^sz])\2$/, "$1$2"]
  ];

  function stem(word) {
    return /\d/.test(word) ? word : ENDINGS.reduce((rest, rule) => rest.replace(...rule), word);
  }

  /* Whether one letter more, less, other or swapped makes the two words the same. */
  function isOneEdit(one, other) {
    var start = 0;
    while (one[start] && one[start] === other[start]) { start++; }
    return [[1, 0], [0, 1], [1, 1]].some(([left, right]) => one.slice(start + left) === other.slice(start + right)) ||
      one[start + 1] + one[start] + one.slice(start + 2) === other.slice(start);
  }

  globalThis.HelpcenterSearch = { stem, isOneEdit };
})();

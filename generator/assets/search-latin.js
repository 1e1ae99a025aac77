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
    while (start < one.length && one[start] === other[start]) { start++; }
    var rest = one.slice(start);
    var wanted = other.slice(start);
    var swapped = rest.length > 1 && rest[1] + rest[0] + rest.slice(2);
    return swapped === wanted || rest === wanted.slice(1) || [wanted, wanted.slice(1)].includes(rest.slice(1));
  }

  globalThis.HelpcenterSearch = { stem, isOneEdit };
})();

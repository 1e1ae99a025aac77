/* Sounds: which characters a syllable of pinyin may be. The table comes from helpcenter/search/sounds.py; in each group
   those that are rarely read so stand behind a bar. */
(function (search) {
  "use strict";

  search.Sounds = class {
    /** @param {string} piece */
    constructor(piece) {
      this.table = new Map(piece.split(" ").map(
        (group) => /** @type {[string, string]} */ (/** @type {string[]} */ (group.match(/([a-z]*)(.*)/)).slice(1))
      ));
    }

    /**
     * The characters of a syllable, or those that are mostly read as one that begins so.
     * @param {string} part
     */
    spoken(part) {
      var chars = "";
      this.table.forEach((group, sound) => { if (sound.startsWith(part)) { chars += group.split("|")[0]; } });
      return this.table.get(part) || chars;
    }

    /**
     * The characters that sound like `char`, itself first.
     * @param {string} char
     */
    like(char) {
      var chars = char;
      this.table.forEach((group) => { if (group.includes(char)) { chars += group; } });
      return chars;
    }

    /**
     * The fewest syllables that make up a word; the last may be half typed. Undefined when it is no pinyin.
     * @param {string} word
     * @returns {string[] | undefined}
     */
    syllablesOf(word) {
      /** @type {string[][]} */
      var best = [[]];
      for (var end = 1; end <= word.length; end++) {
        for (var start = Math.max(0, end - 6); start < end; start++) {
          var part = word.slice(start, end);
          var isHalf = end === word.length && start > 0 && this.spoken(part);
          var isBetter = best[start] && !(best[end] && best[end].length <= best[start].length + 1);
          if (isBetter && (this.table.has(part) || isHalf)) { best[end] = best[start].concat(part); }
        }
      }
      return best[word.length];
    }
  };
})(globalThis.HelpcenterSearch);

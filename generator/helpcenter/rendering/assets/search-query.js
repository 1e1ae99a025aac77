/* The query: what was typed, as groups of terms of the index. A group is a set of alternatives, of which the best
   counts for an entry: { key, terms, weight, how, most }, as if none of them were rarer than `most`. */
(function (search) {
  "use strict";

  /* What a term counts, by how it was found. A lone character belongs to no word that the index has. */
  var WEIGHTS = {
    character: 0.5, lone: 0.9, word: 1, pair: 0.5, long: 0.5, latin: 1.5,
    sound: 0.6, syllable: 0.25, pinyin: 0.9, joint: 0.7, edit: 0.9, prefix: 0.9, start: 0.45, synonym: 0.5
  };
  var LONGEST_QUERY = 200;
  var LONGEST_TERM = 4;
  /* The share of a title that a query has where titles have not arrived. */
  var USUAL_SHARE = 0.3;

  /* Visit all stretches of two to four of what stands in a row. */
  search.eachStretch = function (row, visit) {
    for (var place = 0; place < row.length; place++) {
      for (var size = 2; size <= LONGEST_TERM && place + size <= row.length; size++) {
        visit(row.slice(place, place + size), place);
      }
    }
  };

  /** @param {string} text */
  function bare(text) { return text.replace(/[^\p{L}\p{N}]/gu, ""); }

  search.Query = class {
    /**
     * @param {SearchIndex} index
     * @param {string} typed
     */
    constructor(index, typed) {
      this.index = index;
      this.text = this.folded(typed);
      /** @type {Map<string, SearchGroup>} */
      this.groups = new Map();
      /** @type {Set<string>} */
      this.unknown = new Set();
      /** @type {Set<string>} */
      this.known = new Set();
      this.unexplained = this.slots = 0;
      this.runs = this.all("run", this.text).map(this.addRun, this);
      this.words = this.all("word", this.text).map(this.addWord, this);
      index.synonyms.forEach(this.addSynonyms, this);
    }

    /**
     * What a text has of a kind of spelling.
     * @param {"run" | "word" | "part"} kind
     * @param {string} text
     * @returns {string[]}
     */
    all(kind, text) { return text.match(new RegExp(this.index.spelling[kind], "gu")) || []; }

    /**
     * @param {string} word
     * @returns {string}
     */
    termOf(word) {
      var whole = word.replace(/[',-]/g, "");
      return /\d/.test(whole) ? whole : search.rewritten(whole, this.index.spelling.endings);
    }

    /**
     * A word, its parts, and what it makes with the word before, as in App Store. Returns its term.
     * @param {string} word
     * @param {number} place
     * @param {string[]} words
     */
    addWord(word, place, words) {
      var before = words[place - 1] || "";
      var terms = [word, ...this.all("part", word)].map(this.termOf, this);
      var known = terms.filter(this.index.find, this.index);
      var both = this.termOf(before + word);
      known.forEach((term) => { this.add(term, [term], "latin"); });
      if (!known.length) { this.unknown.add(terms[0]); }
      if (this.index.find(both)) {
        var ends = [terms[0], this.termOf(before)].filter(this.unknown.delete, this.unknown);
        this.add(both, [both], ends.length ? "latin" : "pair");
      }
      return terms[0];
    }

    /**
     * The query in the form of the terms, without the phrases that only lead to the question.
     * @param {string} typed
     */
    folded(typed) {
      var text = search.plain(typed.slice(0, LONGEST_QUERY)).slice(0, LONGEST_QUERY);
      text = search.rewritten(Array.from(text, this.foldedChar, this).join(""), this.index.spelling.spellings);
      var rest = text.replace(this.index.courtesy, " ");
      return /[a-z0-9\u00df-\u1fff\u3041-\ud7a3]{2}/.test(rest) ? rest : text;
    }

    /**
     * A name in the form of the terms, and its characters and words; kept until another piece arrives.
     * @param {string} name
     */
    formOf(name) {
      var forms = this.index.forms;
      if (!forms.has(name)) {
        var text = this.folded(name);
        var parts = new Set([...this.all("run", text).join(""), ...this.all("word", text).map(this.termOf, this)]);
        forms.set(name, { text: bare(text), parts: [...parts] });
      }
      return /** @type {{ text: string, parts: string[] }} */ (forms.get(name));
    }

    /**
     * The share of the characters and words of a title that the query has, or what it may have meant.
     * @param {number} entry
     */
    shareOf(entry) {
      var [title] = this.index.names(entry);
      var parts = title ? this.formOf(title).parts : [];
      return parts.length ? parts.filter(this.known.has, this.known).length / parts.length : USUAL_SHARE;
    }

    /** @param {string} name */
    isNamed(name) { return this.formOf(name).text === bare(this.text); }

    /** @param {string} char */
    foldedChar(char) {
      var index = this.index;
      var firsts = index.han && char >= "\u3400" && index.terms[index.shardOf(char)];
      var folds = firsts && !firsts.has(char) && index.need("folds", index.folds);
      return folds && folds.get(char) || char;
    }

    /**
     * Returns whether there is any term.
     * @param {string} key
     * @param {string[]} terms
     * @param {SearchHow} how
     * @param {number} [most]
     */
    add(key, terms, how, most) {
      var before = this.groups.get(key);
      var weight = WEIGHTS[how];
      if (terms.length && !(before && before.weight >= weight)) {
        this.groups.set(key, /** @type {SearchGroup} */ ({ key, terms, weight, how, most }));
        if (how !== "syllable") { [...terms, ...terms.join("")].forEach(this.known.add, this.known); }
      }
      return terms.length > 0;
    }

    /**
     * Returns the run with what its places belong to: words of the index (2), fillers (4), or both. Pairs that nothing
     * explains count as half a word that is not known.
     * @param {string} text
     * @returns {SearchRun}
     */
    addRun(text) {
      var kinds = new Uint8Array(text.length + 1);
      search.eachStretch(text, (term, place) => {
        var found = this.index.find(term);
        if (found) {
          this.add(term, [term], term.length > 2 ? "long" : found.kind & 2 ? "word" : "pair");
          for (var at = term.length; at--;) { kinds[place + at] |= found.kind & 6; }
        }
      });
      Array.from(text, (char, place) => {
        this.add(char, [char], kinds[place] & 2 ? "character" : "lone");
        kinds[place] |= /** @type {SearchTerm} */ (this.index.find(char) || {}).kind & 4;
        /** @type {SearchGroup} */ (this.groups.get(char)).isFiller = kinds[place] & 4;
        if (place && !this.index.find(text[place - 1] + char)) {
          this.unexplained += (+!kinds[place - 1] + +!kinds[place]) / 4;
        }
      });
      return { text, kinds };
    }

    /**
     * The other words of a writers' group that the query names a word of; none says more than the word itself.
     * @param {string[]} words
     */
    addSynonyms(words) {
      words.forEach((word) => {
        if (!(word < "\u3400" ? this.words : this.text).includes(word)) { return; }
        var others = words.filter((other) => other !== word).flatMap(this.termsIn, this);
        this.add("=" + word, others, "synonym", (this.index.find(word) || {}).rarity);
        this.unknown.delete(word);
        if (word >= "\u3400" && !this.index.find(word)) {
          this.unexplained = Math.max(0, this.unexplained - word.length / 4);
          Array.from(word, (char) => Object.assign(this.groups.get(char) || {}, { isFiller: 1 }));
        }
      });
    }

    /**
     * A word as the term that it is, or else as the pairs that it is made of.
     * @param {string} word
     */
    termsIn(word) {
      if (word < "\u3400" || this.index.find(word)) { return [word]; }
      return Array.from(word.slice(1), (char, place) => word[place] + char);
    }
  };
})(globalThis.HelpcenterSearch);

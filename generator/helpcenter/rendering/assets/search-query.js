/* The query: what was typed, as groups of terms of the index. A group is a set of alternatives, of which the best counts
   for an entry: { key, terms, weight, how, most }, as if none of them were rarer than `most`. */
(function (search) {
  "use strict";

  /* What a term counts, by how it was found. A lone character belongs to no word that the index has. */
  var WEIGHTS = {
    character: 0.5, lone: 0.9, word: 1, pair: 0.5, long: 0.5, latin: 1.5,
    sound: 0.6, syllable: 0.25, pinyin: 0.9, joint: 0.7, edit: 0.9, prefix: 0.9, start: 0.45, synonym: 0.5
  };
  var LONGEST_QUERY = 200;
  var LONGEST_TERM = 4;
  /* What a term may be. */
  var WORD = 2;
  var FILLER = 4;

  /* Visit all stretches of two to four of what stands in a row. */
  search.eachStretch = function (row, visit) {
    for (var place = 0; place < row.length; place++) {
      for (var size = 2; size <= LONGEST_TERM && place + size <= row.length; size++) {
        visit(row.slice(place, place + size), place);
      }
    }
  };

  function bare(text) { return text.replace(/[^\p{L}\p{N}]/gu, ""); }

  search.Query = class {
    constructor(index, typed) {
      this.index = index;
      this.text = this.folded(typed);
      this.groups = new Map();
      this.unknown = new Set();
      this.unexplained = this.slots = 0;
      this.runs = this.all("run", this.text).map(this.addRun, this);
      this.words = this.all("word", this.text).map(this.addWord, this);
      index.synonyms.forEach(this.addSynonyms, this);
    }

    /* What a text has of a kind of spelling. */
    all(kind, text) { return text.match(new RegExp(this.index.spelling[kind], "gu")) || []; }

    termOf(word) {
      var whole = word.replace(/[',-]/g, "");
      return /\d/.test(whole) ? whole : search.rewritten(whole, this.index.spelling.endings);
    }

    /* A word, its parts, and what it makes with the word before, as in App Store. Returns its term. */
    addWord(word, place, words) {
      var before = words[place - 1] || "";
      var terms = [word, ...this.all("part", word)].map(this.termOf, this);
      var known = terms.filter(this.index.find, this.index);
      var both = this.termOf(before + word);
      known.forEach((term) => { this.add(term, [term], "latin"); });
      if (!known.length) { this.unknown.add(terms[0]); }
      if (this.index.find(both)) {
        this.add(both, [both], this.unknown.delete(terms[0]) | this.unknown.delete(this.termOf(before)) ? "latin" : "pair");
      }
      return terms[0];
    }

    /* The query in the form of the terms, without the phrases that only lead to the question. */
    folded(typed) {
      var text = search.plain(typed.slice(0, LONGEST_QUERY)).slice(0, LONGEST_QUERY);
      text = search.rewritten(Array.from(text, this.foldedChar, this).join(""), this.index.spelling.spellings);
      var rest = text.replace(this.index.courtesy, " ");
      return /[a-z0-9\u00df-\u1fff\u3041-\ud7a3]{2}/.test(rest) ? rest : text;
    }

    /* The share of the characters and words of a title that the query has, or what it may have meant. */
    shareOf(title) {
      var text = this.folded(title);
      var parts = [...new Set([...this.all("run", text).join(""), ...this.all("word", text).map(this.termOf, this)])];
      var known = new Set();
      this.groups.forEach(({ terms, how }) => {
        if (how !== "syllable") { terms.forEach((term) => { [term, ...term].forEach(known.add, known); }); }
      });
      return parts.filter(known.has, known).length / parts.length || 0;
    }

    isNamed(name) { return bare(this.folded(name)) === bare(this.text); }

    foldedChar(char) {
      var index = this.index;
      if (!index.han || char < "\u3400" || index.find(char) || !index.need("folds", index.folds)) { return char; }
      return index.folds.get(char) || char;
    }

    /* Returns whether there is any term. */
    add(key, terms, how, most) {
      var before = this.groups.get(key);
      var weight = WEIGHTS[how];
      if (terms.length && !(before && before.weight >= weight)) {
        this.groups.set(key, { key, terms, weight, how, most });
      }
      return terms.length > 0;
    }

    /* Returns the run with what its places belong to: words of the index (2), fillers (4), or both. Pairs that nothing
       explains count as half a word that is not known. */
    addRun(text) {
      var kinds = new Uint8Array(text.length + 1);
      search.eachStretch(text, (term, place) => {
        var found = this.index.find(term);
        if (found) {
          this.add(term, [term], term.length > 2 ? "long" : found.kind & WORD ? "word" : "pair");
          for (var at = term.length; at--;) { kinds[place + at] |= found.kind; }
        }
      });
      Array.from(text, (char, place) => {
        this.add(char, [char], kinds[place] & WORD ? "character" : "lone");
        kinds[place] |= (this.index.find(char) || {}).kind & FILLER;
        this.groups.get(char).isFiller = kinds[place] & FILLER;
        if (place && !this.index.find(text[place - 1] + char)) {
          this.unexplained += (!kinds[place - 1] + !kinds[place]) / 4;
        }
      });
      return { text, kinds };
    }

    /* The other words of a writers' group that the query names a word of; none says more than the word itself. */
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

    /* A word as the term that it is, or else as the pairs that it is made of. */
    termsIn(word) {
      if (word < "\u3400" || this.index.find(word)) { return [word]; }
      return Array.from(word.slice(1), (char, place) => word[place] + char);
    }
  };
})(globalThis.HelpcenterSearch);

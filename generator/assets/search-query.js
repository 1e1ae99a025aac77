/* The query: what was typed, as groups of terms of the index. A group is a set of alternatives, of which the best counts
   for an entry: { key, terms, weight, how, most }, as if none of them were rarer than `most`. */
(function (search) {
  "use strict";

  /* What a term counts, by how it was found. A lone character belongs to no word that the index has. */
  var WEIGHTS = {
    character: 0.25, lone: 0.9, word: 1, pair: 0.5, long: 0.5, latin: 1,
    sound: 0.6, syllable: 0.25, pinyin: 0.9, joint: 0.7, edit: 0.6, prefix: 0.6, start: 0.3, synonym: 0.5
  };
  var TOKENS = /[a-z0-9]+|[\u3400-\ufaff]/g;
  var LONGEST_QUERY = 200;
  var LONGEST_TERM = 4;
  var LIKELY_SOUNDS = 12;
  var MOST_LIKE = 20;
  var INITIALS = 6;
  var FILLER = 0.5;

  /* Visit all stretches of two to four of what stands in a row. */
  function eachStretch(row, visit) {
    for (var place = 0; place < row.length; place++) {
      for (var size = 2; size <= LONGEST_TERM && place + size <= row.length; size++) {
        visit(row.slice(place, place + size), place);
      }
    }
  }

  function isSpoken(slot) { return slot.word; }

  search.Query = class {
    constructor(index, typed) {
      this.index = index;
      this.text = this.folded(typed);
      this.groups = new Map();
      this.unknown = new Set();
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

    /* Returns the run with the places that belong to a word of the index. */
    addRun(text) {
      var explained = new Set();
      eachStretch(text, (term, place) => {
        var found = this.index.find(term);
        if (!found) { return; }
        this.add(term, [term], term.length > 2 ? "long" : found.isWord ? "word" : "pair");
        for (var at = 0; found.isWord && at < term.length; at++) { explained.add(place + at); }
      });
      Array.from(text, (char, at) => this.add(char, [char], explained.has(at) ? "character" : "lone"));
      return { text, explained };
    }

    /* The other words of a writers' group that the query names a word of; none says more than the word itself. */
    addSynonyms(words) {
      words.forEach((word) => {
        if (!(word < "\u3400" ? this.words : this.text).includes(word)) { return; }
        var others = words.filter((other) => other !== word).flatMap(this.termsIn, this);
        this.add("=" + word, others, "synonym", (this.index.find(word) || {}).rarity);
        this.unknown.delete(word);
      });
    }

    /* A word as the term that it is, or else as the pairs that it is made of. */
    termsIn(word) {
      if (word < "\u3400" || this.index.find(word)) { return [word]; }
      return Array.from(word.slice(1), (char, place) => word[place] + char);
    }

    /* What may have been meant where the index knows no such word. Returns whether anything may have been. */
    addGuesses() {
      var unknown = [...this.unknown];
      var known = this.groups.size;
      if (this.index.han) {
        this.runs.forEach(this.addHomophones, this);
        if (unknown.length) { this.addPinyin(); }
      }
      unknown.forEach((word) => {
        if (word === this.words[this.words.length - 1] && word.length > 1) {
          this.addLike(word + "*", word, "prefix", (term) => term.startsWith(word));
        }
        if (word.length > 3) {
          this.addLike("~" + word, word, "edit", (term) => search.isOneEdit(term, word));
          this.addLike("~" + word, word, "start", (term) => term.startsWith(word.slice(0, 3)));
        }
      });
      return this.groups.size + unknown.length > known;
    }

    /* Known words in place of an unknown one: those that `fits`. */
    addLike(key, word, how, fits) {
      var found = this.index.beginning(word[0]).filter(fits).slice(0, MOST_LIKE);
      if (this.add(key, found, how)) { this.unknown.delete(word); }
    }

    /* A pair that no entry has and no word of the query explains may hold a wrong character that sounds the same. */
    addHomophones(run) {
      for (var place = 0; place + 1 < run.text.length; place++) {
        var pair = run.text.slice(place, place + 2);
        if ((this.isPlain(run, place) && this.isPlain(run, place + 1)) || this.index.find(pair)) { continue; }
        if (!this.sounds()) { return; }
        this.add("~" + pair, this.soundingLike(pair), "sound");
      }
    }

    sounds() { return this.index.need("sounds", this.index.sounds); }

    /* Whether a character belongs to a word of the index, or is a filler that needs none. */
    isPlain(run, place) {
      var about = this.index.find(run.text[place]);
      return run.explained.has(place) || (about && about.rarity < FILLER);
    }

    /* Pairs with one other character, and words with two. */
    soundingLike(pair) {
      return this.spelled(Array.from(pair, (char) => this.index.sounds.like(char))).filter(
        (term) => term[0] === pair[0] || term[1] === pair[1] || this.index.find(term).isWord
      );
    }

    /* The terms of the index that have one of the characters of each slot in its place. */
    spelled(slots) {
      var sets = slots.map((slot) => new Set(slot));
      var starts = [...sets[0]].slice(0, this.index.isSmall ? Infinity : LIKELY_SOUNDS);
      return starts.flatMap((start) => this.index.beginning(start).filter(
        (term) => term.length === sets.length && sets.every((set, place) => set.has(term[place]))
      ));
    }

    /* Unknown Latin words as pinyin, with the characters they touch; syllables may be spelled apart. */
    addPinyin() {
      var row = [];
      this.text.split(/[^a-z0-9\u3400-\ufaff]+/).forEach((part) => {
        var slots = (part.match(TOKENS) || []).flatMap(this.slotsOf, this);
        if (slots.length > 1) {
          this.addSlots(row);
          this.addSlots(slots);
          row = [];
        } else {
          row.push(...slots);
        }
      });
      this.addSlots(row);
    }

    /* The characters that may stand at each place: the typed one, or all that a syllable may be. */
    slotsOf(token) {
      var word = this.termOf(token);
      if (token >= "\u3400") { return [{ key: token, chars: token }]; }
      if (!/^[a-z]+$/.test(token) || !this.unknown.has(word) || !this.sounds()) { return []; }
      var initials = !/[eiouv]/.test(token) ? [...token.slice(0, INITIALS)] : [];
      return (this.index.sounds.syllablesOf(token) || initials).map(
        (key) => ({ key, word, chars: this.index.sounds.spoken(key) })
      );
    }

    addSlots(slots) {
      var isFound = false;
      eachStretch(slots, (stretch) => { isFound = this.addSpelled(stretch) || isFound; });
      slots.filter(isSpoken).forEach((slot) => {
        if (isFound || this.add(slot.key, [...slot.chars], "syllable")) { this.unknown.delete(slot.word); }
      });
    }

    addSpelled(slots) {
      var terms = slots.some(isSpoken) ? this.spelled(slots.map((slot) => slot.chars)) : [];
      return this.add(slots.map((slot) => slot.key).join(" "), terms, slots.every(isSpoken) ? "pinyin" : "joint");
    }
  };
})(globalThis.HelpcenterSearch);

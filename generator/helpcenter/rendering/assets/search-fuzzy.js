/* Fuzzy matching: what may have been meant by what the index does not know. It comes as a piece of the index when a
   query needs it first. */
(function (search) {
  "use strict";

  var TOKENS = /[a-z0-9]+|[\u3400-\ufaff]/g;
  var LIKELY_SOUNDS = 12;
  var MOST_LIKE = 20;
  var WORD = 2;
  var FILLER = 4;
  /* First letters of a few syllables; keys that were mashed are none. */
  var INITIALS = /^(?!.*(.)\1\1)[^eiouv]{1,6}$/;

  /**
   * @param {SearchSlot} slot
   * @returns {slot is SearchSlot & { word: string }}
   */
  function isSpoken(slot) { return !!slot.word; }

  /* Whether one letter more, less, other or swapped makes the two words the same. */
  search.isOneEdit = function (one, other) {
    var start = 0;
    while (one[start] && one[start] === other[start]) { start++; }
    return [[1, 0], [0, 1], [1, 1]].some(([left, right]) => one.slice(start + left) === other.slice(start + right)) ||
      one[start + 1] + one[start] + one.slice(start + 2) === other.slice(start);
  };

  class FuzzyMatching {
    /** @param {SearchQuery} query */
    constructor(query) {
      this.query = query;
      this.index = query.index;
    }

    /* What may have been meant where the index knows no such word. Returns whether anything may have been. */
    addAll() {
      var unknown = [...this.query.unknown];
      var known = this.query.groups.size;
      if (this.index.han) {
        this.query.runs.forEach(this.addHomophones, this);
        if (unknown.length) { this.addPinyin(); }
      }
      unknown.forEach((word) => {
        if (word === this.query.words[this.query.words.length - 1] && word.length > 1) {
          this.addLike(word + "*", word, "prefix", (term) => term.startsWith(word));
        }
        if (word.length > 3) {
          this.addLike("~" + word, word, "edit", (term) => search.isOneEdit(term, word));
          this.addLike("~" + word, word, "start", (term) => term.startsWith(word.slice(0, 3)));
        }
      });
      return this.query.groups.size + unknown.length > known;
    }

    /**
     * Known words in place of an unknown one: those that `fits`.
     * @param {string} key
     * @param {string} word
     * @param {SearchHow} how
     * @param {(term: string) => boolean} fits
     */
    addLike(key, word, how, fits) {
      var found = this.beginning(word[0]).filter(fits).slice(0, MOST_LIKE);
      if (this.query.add(key, found, how)) { this.query.unknown.delete(word); }
    }

    /**
     * All terms that begin with a character; they may stand in several pieces.
     * @param {string} char
     */
    beginning(char) {
      var index = this.index;
      var found = [];
      for (var shard = index.shardOf(char), last = index.shardOf(char + "\uffff"); shard <= last; shard++) {
        found.push(...index.around(char, shard).keys());
      }
      return found;
    }

    /**
     * A pair that no entry has and no word of the query explains may hold a wrong character that sounds the same; not
     * one across a filler.
     * @param {SearchRun} run
     */
    addHomophones({ text, kinds }) {
      for (var place = 0; place + 1 < text.length; place++) {
        var pair = text.slice(place, place + 2);
        var isKnown = kinds[place] & kinds[place + 1] & WORD || (kinds[place] | kinds[place + 1]) & FILLER;
        if (isKnown || this.index.find(pair)) { continue; }
        if (!this.sounds()) { return; }
        this.query.add("~" + pair, this.soundingLike(pair), "sound");
      }
    }

    sounds() {
      var piece = this.index.need("sounds", this.index.sounds);
      this.table = this.table || piece && new search.Sounds(piece);
      return this.table;
    }

    /**
     * Pairs with one other character, and words with two.
     * @param {string} pair
     */
    soundingLike(pair) {
      var like = (/** @type {string} */ char) => /** @type {SearchSounds} */ (this.table).like(char);
      return this.spelled(Array.from(pair, like)).filter(
        (term) => term[0] === pair[0] || term[1] === pair[1] ||
        /** @type {SearchTerm} */ (this.index.find(term)).kind & WORD
      );
    }

    /**
     * The terms of the index that have one of the characters of each slot in its place.
     * @param {string[]} slots
     * @returns {string[]}
     */
    spelled(slots) {
      var sets = slots.map((slot) => new Set(slot));
      var starts = !this.index.shards[1] ? [...sets[0]] : [...slots[0].split("|")[0]].slice(0, LIKELY_SOUNDS);
      return starts.flatMap((start) => this.beginning(start).filter(
        (term) => term.length === sets.length && sets.every((set, place) => set.has(term[place]))
      ));
    }

    /* Unknown Latin words as pinyin, with the characters they touch; syllables may be spelled apart. */
    addPinyin() {
      /** @type {SearchSlot[]} */
      var row = [];
      this.query.text.split(/[^a-z0-9\u3400-\ufaff]+/).forEach((part) => {
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

    /**
     * The characters that may stand at each place: the typed one, or all that a syllable may be.
     * @param {string} token
     * @returns {SearchSlot[]}
     */
    slotsOf(token) {
      var word = this.query.termOf(token);
      if (token >= "\u3400") { return [/** @type {SearchSlot} */ ({ key: token, chars: token })]; }
      if (!/^[a-z]+$/.test(token) || !this.query.unknown.has(word) || !this.sounds()) { return []; }
      var syllables = /** @type {SearchSounds} */ (this.table).syllablesOf(token);
      if (!syllables && !INITIALS.test(token)) { return []; }
      this.query.isInitials = !syllables;
      return (syllables || [...token]).map((key) => ({
        key, word, chars: /** @type {SearchSounds} */ (this.table).spoken(key), bit: 1 << this.query.slots++,
      }));
    }

    /** @param {SearchSlot[]} slots */
    addSlots(slots) {
      var isFound = false;
      search.eachStretch(slots, (stretch) => { isFound = this.addSpelled(stretch) || isFound; });
      slots.filter(isSpoken).forEach((slot) => {
        if (isFound || this.query.add(slot.key, [...slot.chars], "syllable")) { this.query.unknown.delete(slot.word); }
      });
    }

    /** @param {SearchSlot[]} slots */
    addSpelled(slots) {
      var terms = slots.some(isSpoken) ? this.spelled(slots.map((slot) => slot.chars)) : [];
      var key = slots.map((slot) => slot.key).join(" ");
      var isFound = this.query.add(key, terms, slots.every(isSpoken) ? "pinyin" : "joint");
      if (terms.some((term) => /** @type {SearchTerm} */ (this.index.find(term)).kind & WORD)) {
        slots.forEach((slot) => { /** @type {SearchGroup} */ (this.query.groups.get(key)).bits |= slot.bit; });
      }
      return isFound;
    }
  }

  /* Add fuzzy matches to a query. Returns whether anything may have been meant. */
  search.addFuzzy = function (query) { return new FuzzyMatching(query).addAll(); };
  if (search.take) { search.take("fuzzy"); }
})(globalThis.HelpcenterSearch);

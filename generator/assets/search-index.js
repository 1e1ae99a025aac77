/* The index: the pieces of it that have arrived, and the names of those that somebody asked for and that have not.
   Its form comes from generator/search/packing.py and files.py. */
(function (search) {
  "use strict";

  var LEVELS = 15;
  var RARITY_STEPS = 8;

  function number(text, place) {
    var code = text.charCodeAt(place);
    if (code >= 0xe000) { code -= 0x800; }
    return code > 92 ? code - 36 : code - 35;
  }

  /* The terms of a piece by their first character: which of the piece each is, how rare, whether it is a word and
     whether it stands in texts. */
  function termsOf(piece, shard) {
    var firsts = new Map();
    var term = "";
    (piece.t.match(/[A-P][^A-P]*/g) || []).forEach((part, order) => {
      term = term.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      var about = number(piece.i, order);
      if (!firsts.has(term[0])) { firsts.set(term[0], new Map()); }
      firsts.get(term[0]).set(term, {
        shard, order, rarity: (about >> 2) / RARITY_STEPS, isWord: about & 2, isInTexts: about & 1
      });
    });
    return firsts;
  }

  /* Postings, and where those of each term begin. */
  function postingsOf(piece) {
    var starts = [0];
    for (var order = 0; order < piece.c.length; order++) { starts.push(starts[order] + number(piece.c, order)); }
    return { starts, distances: piece.d, impacts: piece.w };
  }

  function eachPosting(postings, order, visit) {
    var entry = -1;
    for (var place = postings.starts[order]; place < postings.starts[order + 1]; place++) {
      entry += number(postings.distances, place);
      visit((postings.impacts.charCodeAt(place) - 97) / LEVELS, entry);
    }
  }

  search.Index = class {
    constructor(data) {
      this.size = data.size;
      this.han = data.han;
      this.courtesy = new RegExp(data.courtesy || "$^", "g");
      this.synonyms = data.synonyms || [];
      this.isSmall = !data.shards;
      this.shards = data.shards || [""];
      this.terms = [];
      this.titles = [];
      this.texts = [];
      if (this.isSmall) { this.add("terms0", data.terms); }
    }

    /* Take a piece that has arrived. Others than those that are asked for are left alone. */
    add(name, piece) {
      var kind = name.replace(/\d+$/, "");
      var shard = Number(name.slice(kind.length));
      if (kind === "sounds") {
        this.sounds = new search.Sounds(piece);
      } else if (kind === "folds") {
        this.folds = new Map((piece.match(/[^]{2}/g) || []).map((pair) => [...pair]));
      } else if (kind === "texts") {
        this.texts[shard] = postingsOf(piece);
      } else if (kind === "terms") {
        this.terms[shard] = termsOf(piece, shard);
        this.titles[shard] = postingsOf(piece);
      }
    }

    /* Count anew what is asked for. Without what is missing nothing can be said, later pieces make it better. */
    ask() {
      this.missing = this.wanted = new Set();
      this.later = new Set();
    }

    need(name, piece) {
      if (!piece) { this.wanted.add(name); }
      return piece;
    }

    shardOf(term) {
      var low = 0;
      for (var high = this.shards.length; high - low > 1;) {
        var middle = (low + high) >> 1;
        if (this.shards[middle] <= term) { low = middle; } else { high = middle; }
      }
      return low;
    }

    /* The terms that begin with the character of `term` and stand in the piece where it would. */
    around(term, shard) {
      var firsts = this.need("terms" + shard, this.terms[shard]);
      return firsts && firsts.get(term[0]) || new Map();
    }

    /* What is known of a term; undefined when the index lacks it or its piece has not arrived. */
    find(term) { return this.around(term, this.shardOf(term)).get(term); }

    /* All terms that begin with a character; they may stand in several pieces. */
    beginning(char) {
      var found = [];
      for (var shard = this.shardOf(char), last = this.shardOf(char + "\uffff"); shard <= last; shard++) {
        found.push(...this.around(char, shard).keys());
      }
      return found;
    }

    /* Visit what a term gives to each entry by its title, then by its text. */
    eachImpact(about, visit, visitText) {
      eachPosting(this.titles[about.shard], about.order, visit);
      var texts = this.texts[about.shard];
      if (texts) { eachPosting(texts, about.order, visitText || visit); }
      if (about.isInTexts && !texts) { this.later.add("texts" + (this.isSmall ? "" : about.shard)); }
    }
  };
})(globalThis.HelpcenterSearch);

/* The index: the pieces of it that have arrived, and the names of those that somebody asked for and that have not.
   Its form comes from helpcenter/search/packing.py and files.py. */
(function (search) {
  "use strict";

  var LEVELS = 15;
  var LESS = 0.2;
  var RARITY_STEPS = 4;

  /* The common characters in the order of their pinyin, as GB 2312 has them: terms that sound alike stand together. */
  var PLACES = new TextDecoder("gbk").decode(
    Uint8Array.from({ length: 7520 }, (zero, at) => at % 2 ? 161 + (at >> 1) % 94 : 176 + (at / 188 | 0))
  );

  /** @param {string} term */
  function bySound(term) {
    var place = PLACES.indexOf(term[0]);
    return place < 0 ? term : String.fromCharCode(0x3400 + place) + term;
  }

  /**
   * @param {string} text
   * @param {number} place
   */
  function number(text, place) {
    var code = text.charCodeAt(place);
    if (code >= 0xe000) { code -= 0x800; }
    return code > 92 ? code - 36 : code - 35;
  }

  /**
   * The terms of a piece by their first character: which of the piece each is, how rare, and whether it stands in texts
   * (1), is a word (2) or a filler (4).
   * @param {SearchTerms} piece
   * @param {number} shard
   */
  function termsOf(piece, shard) {
    /** @type {Map<string, Map<string, SearchTerm>>} */
    var firsts = new Map();
    var term = "";
    var terms = (piece.t.match(/[A-P][^A-P]*/g) || []).map(
      (part) => term = term.slice(0, part.charCodeAt(0) - 65) + part.slice(1)
    );
    var single = terms.filter((term) => !term[1]);
    piece.p.split("#").forEach((gaps, order) => {
      var place = -1;
      Array.from(gaps, (gap) => { terms.push(single[order] + PLACES[place += number(gap, 0)]); });
    });
    terms.forEach((term, order) => {
      var about = number(piece.i, order);
      if (!firsts.has(term[0])) { firsts.set(term[0], new Map()); }
      /** @type {Map<string, SearchTerm>} */ (firsts.get(term[0])).set(term, {
        shard, order, rarity: (about >> 3) / RARITY_STEPS, kind: about & 7
      });
    });
    return firsts;
  }

  /**
   * What each term gives to which entries, by the order of terms. Distances between entries are in bits, six to a
   * character: the last ones as they are, as many as suit how often the term occurs, the rest as ones and a nought.
   * @param {SearchTerms} piece
   * @param {number} size
   * @param {string} usual
   */
  function postingsOf(piece, size, usual) {
    var place = 0;
    var at = 0;
    function bit() { return number(piece.d, at / 6 | 0) >> (5 - at++ % 6) & 1; }
    return Array.from(piece.c, (digit) => {
      /** @type {Map<number, number>} */
      var postings = new Map();
      var count = number(digit, 0);
      var lowBits = Math.max(0, 31 - Math.clz32(2 * size / (3 * count)));
      for (var entry = 0; count--; entry++) {
        for (var distance = 0; bit();) { distance++; }
        for (var left = lowBits; left--;) { distance = distance * 2 + bit(); }
        entry += distance;
        postings.set(entry, (piece.w.charCodeAt(place++) + usual.charCodeAt(entry) - 194) / LEVELS);
      }
      return postings;
    });
  }

  search.Index = class {
    /** @param {SearchData} data */
    constructor(data) {
      this.size = data.size;
      this.enough = data.enough;
      this.usual = data.usual;
      this.han = data.han;
      this.courtesy = new RegExp(data.courtesy || "$^", "g");
      this.spelling = data.spelling;
      this.synonyms = data.synonyms || [];
      this.shards = data.shards || [""];
      /** @type {SearchIndex["terms"]} */
      this.terms = [];
      /** @type {Map<number, number>[][]} */
      this.titles = [];
      /** @type {Map<number, number>[][]} */
      this.texts = [];
      this.each = data.titlesEach;
      this.rows = [data.titles || []];
      if (data.terms) { this.add("terms0", data.terms); }
    }

    /**
     * Take a piece that has arrived. Others than those that are asked for are left alone.
     * @param {string} name
     * @param {any} piece
     */
    add(name, piece) {
      /** @type {SearchIndex["forms"]} */
      this.forms = new Map();
      var kind = name.replace(/\d+$/, "");
      var shard = Number(name.slice(kind.length));
      if (kind === "sounds") {
        this.sounds = piece;
      } else if (kind === "folds") {
        this.folds = new Map((piece.match(/[^]{2}/g) || []).map(
          (/** @type {string} */ pair) => /** @type {[string, string]} */ ([...pair])
        ));
      } else if (kind === "titles") {
        this.rows[shard] = piece;
      } else if (kind === "texts") {
        this.texts[shard] = this.completed(piece, shard, 1);
      } else if (kind === "terms") {
        this.terms[shard] = termsOf(piece, shard);
        this.titles[shard] = this.completed(piece, shard, 0);
      }
    }

    /**
     * The title and the aliases of an entry, if they have arrived.
     * @param {number} entry
     * @returns {string[]}
     */
    names(entry) {
      var row = (this.rows[entry / this.each | 0] || [])[entry % this.each] || [];
      return /** @type {any[]} */ (row).slice(1, 2).concat(row[5] || []);
    }

    /**
     * The postings of a piece, of titles (0) or of texts (1). Longer terms tell of the character that they begin with:
     * the same, in texts less. An impact of 0 says that they tell too much.
     * @param {SearchTerms} piece
     * @param {number} shard
     * @param {0 | 1} field
     */
    completed(piece, shard, field) {
      var lists = postingsOf(piece, this.size, this.usual[field]);
      var less = field * LESS;
      this.terms[shard].forEach((terms, char) => {
        var own = terms.get(char);
        if (!own || char < "\u3041") { return; }
        var told = new Map();
        terms.forEach((about) => {
          lists[about.order].forEach((impact, entry) => {
            if (about !== own) { told.set(entry, impact > less ? impact - less : impact); }
          });
        });
        lists[own.order].forEach((impact, entry) => { told.set(entry, impact); });
        lists[own.order] = told;
      });
      return lists;
    }

    /* Count anew what is asked for. Without what is missing nothing can be said, later pieces make it better. */
    ask() {
      /** @type {Set<string>} */
      this.missing = new Set();
      /** @type {Set<string>} */
      this.wanted = this.missing;
      /** @type {Set<string>} */
      this.later = new Set();
    }

    /**
     * @template Piece
     * @param {string} name
     * @param {Piece} piece
     */
    need(name, piece) {
      if (!piece) { this.wanted.add(name); }
      return piece;
    }

    /** @param {string} term */
    shardOf(term) {
      var key = bySound(term);
      return Math.max(0, this.shards.filter((first) => first <= key).length - 1);
    }

    /**
     * The terms that begin with the character of `term` and stand in the piece where it would.
     * @param {string} term
     * @param {number} shard
     * @returns {Map<string, SearchTerm>}
     */
    around(term, shard) {
      var firsts = this.need("terms" + shard, this.terms[shard]);
      return firsts && firsts.get(term[0]) || new Map();
    }

    /**
     * What is known of a term; undefined when the index lacks it or its piece has not arrived.
     * @param {string} term
     */
    find(term) { return this.around(term, this.shardOf(term)).get(term); }

    /**
     * Visit what a term gives to entries by their titles, then by their texts.
     * @param {SearchTerm} about
     * @param {SearchVisit} visit
     * @param {SearchVisit} [visitText]
     */
    eachPosting(about, visit, visitText) {
      this.titles[about.shard][about.order].forEach(visit);
      var texts = this.texts[about.shard];
      if (about.kind & 1) {
        if (texts) { texts[about.order].forEach(visitText || visit); } else { this.later.add("texts" + about.shard); }
      }
    }
  };
})(globalThis.HelpcenterSearch);

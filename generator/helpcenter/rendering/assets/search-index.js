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

  function bySound(term) {
    var place = PLACES.indexOf(term[0]);
    return place < 0 ? term : String.fromCharCode(0x3400 + place) + term;
  }

  function number(text, place) {
    var code = text.charCodeAt(place);
    if (code >= 0xe000) { code -= 0x800; }
    return code > 92 ? code - 36 : code - 35;
  }

  /* The terms of a piece by their first character: which of the piece each is, how rare, whether it is a word (2) or a
     filler (4), and whether it stands in texts. */
  function termsOf(piece, shard) {
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
      firsts.get(term[0]).set(term, {
        shard, order, rarity: (about >> 3) / RARITY_STEPS, kind: about & 6, isInTexts: about & 1
      });
    });
    return firsts;
  }

  /* What each term gives to which entries, by the order of terms. Distances between entries are in bits, six to a
     character: the last ones as they are, as many as suit how often the term occurs, the rest as ones and a nought. */
  function postingsOf(piece, size, usual) {
    var place = 0;
    var at = 0;
    function bit() { return number(piece.d, at / 6 | 0) >> (5 - at++ % 6) & 1; }
    return Array.from(piece.c, (digit) => {
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
    constructor(data) {
      this.size = data.size;
      this.enough = data.enough;
      this.usual = data.usual;
      this.han = data.han;
      this.courtesy = new RegExp(data.courtesy || "$^", "g");
      this.spelling = data.spelling;
      this.synonyms = data.synonyms || [];
      this.isSmall = !data.shards;
      this.shards = data.shards || [""];
      this.terms = [];
      this.titles = [];
      this.texts = [];
      this.each = data.titles ? Infinity : data.titlesEach;
      this.rows = data.titles ? [data.titles] : [];
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
      } else if (kind === "titles") {
        this.rows[shard] = piece;
      } else if (kind === "texts") {
        this.texts[shard] = this.completed(piece, shard, 1);
      } else if (kind === "terms") {
        this.terms[shard] = termsOf(piece, shard);
        this.titles[shard] = this.completed(piece, shard, 0);
      }
    }

    /* The title and the aliases of an entry, if they have arrived. */
    names(entry) {
      var row = (this.rows[Math.floor(entry / this.each)] || [])[entry % this.each] || [];
      return row.slice(1, 2).concat(row[5] || []);
    }

    /* The postings of a piece, of titles (0) or of texts (1). Longer terms tell of the character that they begin with:
       the same, in texts less. An impact of 0 says that they tell too much. */
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
      this.missing = this.wanted = new Set();
      this.later = new Set();
    }

    need(name, piece) {
      if (!piece) { this.wanted.add(name); }
      return piece;
    }

    shardOf(term) {
      var key = bySound(term);
      return Math.max(0, this.shards.filter((first) => first <= key).length - 1);
    }

    /* The terms that begin with the character of `term` and stand in the piece where it would. */
    around(term, shard) {
      var firsts = this.need("terms" + shard, this.terms[shard]);
      return firsts && firsts.get(term[0]) || new Map();
    }

    /* What is known of a term; undefined when the index lacks it or its piece has not arrived. */
    find(term) { return this.around(term, this.shardOf(term)).get(term); }

    /* Visit what a term gives to entries by their titles, then by their texts. */
    eachPosting(about, visit, visitText) {
      this.titles[about.shard][about.order].forEach(visit);
      var texts = this.texts[about.shard];
      if (about.isInTexts && texts) { texts[about.order].forEach(visitText || visit); }
      if (about.isInTexts && !texts) { this.later.add("texts" + about.shard); }
    }
  };
})(globalThis.HelpcenterSearch);

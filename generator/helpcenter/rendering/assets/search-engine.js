/* The search engine: ranks entries for a query with the pieces of the index that have arrived, and says which pieces
   it lacks. Knows no page and loads nothing, so that browsers and Node run the same.

   var engine = new HelpcenterSearch.Engine(data);      the data of the file `index`
   engine.add(name, data);                              any other piece; those it does not know are left alone
   engine.search(query, limit);
     hits     [{ entry, score, whole }], the best first; the score is a sum over groups times `whole`
     missing  names of pieces without which the hits are not worth showing: add them and search again
     later    names of pieces that make the answer better: show the hits, add them and search again
     fit      1 and more when the best hit answers, as far as one can tell; `weak` when it is less
     groups   what was looked for, as search-query.js tells; for `marks`
   engine.marks(groups);                                strings to mark in titles and texts, the longest first */
(function (search) {
  "use strict";

  /* Of what was typed as pinyin a hit must have half of the syllables, or every initial. */
  var SYLLABLES = 0.5;
  /* How much the rarity of a term counts as evidence, what a text counts that has it, and what a word that nothing
     knows counts against it. */
  var EVIDENCE = 0.75;
  var TEXT = 0.75;
  var UNKNOWN = 2;
  /* How a hit fits by the share of its title that was typed: none, or so much where titles have not arrived. */
  var UNTITLED = 0.7;
  /* Or it explains so much of what was typed, however common that is. */
  var SHARE = 0.56;
  /* What fits less needs fuzzy matching before anything is shown. */
  var HOPELESS = 0.4;
  /* Of so many of the best counts what share of a title was typed, and what is called as was typed. */
  var CHECKED = 50;
  /* What a hit gains whose title was typed from end to end, in characters: pinyin is a fuzzy match of them. */
  var WHOLE = 0.1;
  /* What is less rare is not worth marking, nor what is part of words or stands across them. */
  var RARITY = 1;
  var LOOSE = /character|lone|syllable|pair/;

  /* Ways to say something else than what was typed. */
  var FUZZY = /sound|edit|prefix|start/;

  search.Engine = class {
    /** @param {SearchData} data */
    constructor(data) {
      this.index = new search.Index(data);
      this.most = Math.log(2 * data.size + 2);
    }

    /**
     * @param {string} name
     * @param {unknown} piece
     */
    add(name, piece) { this.index.add(name, piece); }

    /**
     * Fuzzy matching waits for its pieces only when what is known does not fit well.
     * @param {string} typed
     * @param {number} limit
     */
    search(typed, limit) {
      var index = this.index;
      index.ask();
      var query = new search.Query(index, typed);
      var found = this.ranked(query);
      if (!index.missing.size) {
        if (found.fit >= HOPELESS) { index.wanted = index.later; }
        var add = (query.unknown.size || query.unexplained) && index.need("fuzzy", search.addFuzzy);
        if (add && add(query)) { found = this.ranked(query); }
      }
      return { ...found, hits: found.hits.slice(0, limit), missing: [...index.missing], later: [...index.later] };
    }

    /**
     * The sum over groups of weight, rarity and impact, and more for the share of a title that was typed. Ties go to
     * the entry that stands first; what is called as was typed goes before all, as far as titles have arrived. How well
     * a query fits is judged before, by what says most of it.
     * @param {SearchQuery} query
     * @returns {SearchRanked}
     */
    ranked(query) {
      var size = this.index.size;
      var sums = { scores: new Float64Array(size), fits: new Float64Array(size), bits: new Int32Array(size) };
      var groups = [...query.groups.values()];
      var most = groups.reduce(
        (sum, group) => sum + this.addScores(group, sums), (query.unknown.size + query.unexplained) * UNKNOWN
      );
      /** @type {SearchHit[]} */
      var hits = [];
      sums.scores.forEach((score, entry) => { if (score) { hits.push({ entry, score, exact: 0 }); } });
      hits.sort((one, other) => other.score - one.score);
      var fit = hits.length && this.fit(query, sums, hits[0].entry, most);
      hits.slice(0, CHECKED).forEach((hit) => {
        hit.score *= hit.whole = query.slots ? 1 : 1 + WHOLE * query.shareOf(hit.entry);
        hit.exact = +this.index.names(hit.entry).some(query.isNamed, query);
        fit += hit.exact;
      });
      hits.sort((one, other) => other.exact - one.exact || other.score - one.score);
      return { hits, groups, fit, weak: fit < 1 };
    }

    /**
     * How well the best hit answers a query that could give `most`: the geometric mean of how much of the query it
     * explains and of what share, the more the more of its title was typed, against what is usual in the index.
     * @param {SearchQuery} query
     * @param {{ fits: Float64Array, bits: Int32Array }} sums
     * @param {number} entry
     * @param {number} most
     */
    fit(query, { fits, bits }, entry, most) {
      if (query.slots && !query.runs.length && !query.unknown.size && !query.words.some(this.index.find, this.index)) {
        var found = (bits[entry] >>> 0).toString(2).split("1").length - 1;
        return found / query.slots / (query.isInitials ? 1 : SYLLABLES);
      }
      var fit = fits[entry] / Math.sqrt(most) * (UNTITLED + query.shareOf(entry)) / this.index.enough;
      return most && Math.max(fit, fits[entry] / most / SHARE);
    }

    /**
     * Add what a group gives to each entry; returns the most that it could give, a fuzzy match as if it were rarer than
     * what was found. Fillers explain nothing, and nobody misses a synonym of what was found.
     * @param {SearchGroup} group
     * @param {{ scores: Float64Array, fits: Float64Array, bits: Int32Array }} sums
     */
    addScores(group, { scores, fits, bits }) {
      var found = /** @type {SearchTerm[]} */ (group.terms.map(this.index.find, this.index).filter(Boolean));
      group.rarity = Math.min(group.most || this.most, ...found.map((about) => about.rarity));
      var factor = group.weight * group.rarity;
      var evidence = group.weight * (group.rarity / this.most) ** EVIDENCE;
      var says = group.isFiller || found.every((about) => about.kind & 4) ? 0 : 1;
      var add = (/** @type {number} */ share) => (/** @type {number} */ impact, /** @type {number} */ entry) => {
        scores[entry] += factor * impact;
        fits[entry] += says * evidence * impact * share;
        bits[entry] |= group.bits;
      };
      if (found.length === 1) {
        this.index.eachPosting(found[0], add(1), add(TEXT));
      } else {
        this.eachBest(found, add(1));
      }
      return group.most ? 0 : says * (FUZZY.test(group.how) ? (evidence + group.weight) / 2 : evidence);
    }

    /**
     * Visit the best posting of each entry of what are ways to say the same; titles and texts of one way add up.
     * @param {SearchTerm[]} found
     * @param {SearchVisit} visit
     */
    eachBest(found, visit) {
      var best = new Map();
      found.forEach((about) => {
        var sums = new Map();
        this.index.eachPosting(about, (impact, entry) => { sums.set(entry, (sums.get(entry) || 0) + impact); });
        sums.forEach((impact, entry) => { best.set(entry, Math.max(impact, best.get(entry) || 0)); });
      });
      best.forEach(visit);
    }

    /**
     * What was found, without fillers and without pieces of words.
     * @param {SearchGroup[]} groups
     */
    marks(groups) {
      var terms = groups.filter((group) => group.rarity >= RARITY && !LOOSE.test(group.how))
        .flatMap((group) => group.terms).filter(this.index.find, this.index);
      return [...new Set(terms)].sort((one, other) => other.length - one.length);
    }
  };
})(globalThis.HelpcenterSearch);

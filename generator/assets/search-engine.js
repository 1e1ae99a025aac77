/* The search engine: ranks entries for a query with the pieces of the index that have arrived, and says which pieces
   it lacks. Knows no page and loads nothing, so that browsers and Node run the same.

   var engine = new HelpcenterSearch.Engine(data);      the data of the file `index`
   engine.add(name, data);                              any other piece; those it does not know are left alone
   engine.search(query, limit);
     hits     [{ entry, score }], the best first
     missing  names of pieces without which the hits are not worth showing: add them and search again
     later    names of pieces that make the answer better: show the hits, add them and search again
     fit      from 0 to 1, how much of the query the best hit explains; `weak` when that is little
     groups   what was looked for, as search-query.js tells; for `marks`
   engine.marks(groups);                                strings to mark in titles and texts, the longest first */
(function (search) {
  "use strict";

  var WEAK = 0.18;
  /* What is less rare is not worth marking, nor what is part of words or stands across them. */
  var RARITY = 1;
  var LOOSE = ["character", "syllable", "pair"];

  /* Whether a group is what was typed: the word itself or whole syllables. Initials may mean anything. */
  function isSure(group) { return group.terms[0] === group.key || !/\b\w\b|[^\w ]/.test(group.key); }

  search.Engine = class {
    constructor(data) {
      this.index = new search.Index(data);
      this.most = Math.log(2 * data.size + 2);
    }

    add(name, piece) { this.index.add(name, piece); }

    /* Guesses wait for pieces only when what is known does not fit well. */
    search(typed, limit) {
      var index = this.index;
      index.ask();
      var query = new search.Query(index, typed);
      var found = this.ranked(query);
      if (!index.missing.size) {
        if (!found.weak) { index.wanted = index.later; }
        if (query.addGuesses()) { found = this.ranked(query); }
      }
      return { ...found, hits: found.hits.slice(0, limit), missing: [...index.missing], later: [...index.later] };
    }

    /* The sum over groups of weight, rarity and impact. Ties go to the entry that stands first. */
    ranked(query) {
      var scores = new Float64Array(this.index.size);
      var groups = [...query.groups.values()];
      var most = groups.reduce((sum, group) => sum + this.addScores(group, scores), query.unknown.size * this.most);
      var hits = [];
      scores.forEach((score, entry) => { if (score > 0) { hits.push({ entry, score }); } });
      hits.sort((one, other) => other.score - one.score);
      var fit = hits.length ? hits[0].score / most : 0;
      return { hits, groups, fit, weak: fit < WEAK };
    }

    /* Add what a group gives to each entry; returns the most that it could give, a guess as if it
       were rarer than what was found. */
    addScores(group, scores) {
      var found = group.terms.map(this.index.find, this.index).filter(Boolean);
      group.rarity = Math.min(group.most || this.most, ...found.map((about) => about.rarity));
      var factor = group.weight * group.rarity;
      var add = (posting) => { scores[posting.entry] += factor * posting.impact; };
      if (found.length === 1) { this.index.eachPosting(found[0], add); } else { this.eachBest(found, add); }
      return isSure(group) ? factor : (factor + group.weight * this.most) / 2;
    }

    /* Visit the best posting of each entry of what are ways to say the same; titles and texts of one way add up. */
    eachBest(found, visit) {
      var best = new Map();
      found.forEach((about) => {
        var sums = new Map();
        this.index.eachPosting(about, ({ entry, impact }) => { sums.set(entry, (sums.get(entry) || 0) + impact); });
        sums.forEach((impact, entry) => { best.set(entry, Math.max(impact, best.get(entry) || 0)); });
      });
      best.forEach((impact, entry) => { visit({ entry, impact }); });
    }

    /* What was found, without fillers and without pieces of words. */
    marks(groups) {
      var terms = groups.filter((group) => group.rarity >= RARITY && !LOOSE.includes(group.how))
        .flatMap((group) => group.terms).filter(this.index.find, this.index);
      return [...new Set(terms)].sort((one, other) => other.length - one.length);
    }
  };
})(globalThis.HelpcenterSearch);

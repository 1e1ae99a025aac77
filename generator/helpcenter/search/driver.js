/* Answers queries with the scripts and the index that ship: in Node with the job's file as argument, in a browser with
   the job in the page. Says for each query the hits, why, which pieces a reader would have loaded, and how long it
   took. */
(function () {
  "use strict";

  /**
   * @typedef {(name: string) => unknown} Load
   * @typedef {{ script: string, folder: string, queries: string[], limit: number, explain: boolean }} Job
   */

  /**
   * Search again until nothing is missing; `wanted` names the list of pieces to load in the engine's answer.
   * @param {SearchEngine} engine
   * @param {string} query
   * @param {number} limit
   * @param {Load} load
   * @param {Set<string>} loaded
   * @param {"missing" | "later"} wanted
   */
  function complete(engine, query, limit, load, loaded, wanted) {
    for (;;) {
      var found = engine.search(query, limit);
      var pieces = (found[wanted] || []).filter((name) => !loaded.has(name));
      if (!pieces.length) { return found; }
      pieces.forEach((name) => {
        loaded.add(name);
        engine.add(name, load(name));
      });
    }
  }

  /**
   * @param {SearchEngine} engine
   * @param {SearchData} index
   * @param {number} entry
   * @param {Load} load
   * @param {Set<string>} loaded
   */
  function titleRow(engine, index, entry, load, loaded) {
    if (index.titles) { return index.titles[entry]; }
    var name = "titles" + Math.floor(entry / index.titlesEach);
    loaded.add(name);
    engine.add(name, load(name));
    return /** @type {SearchRow[]} */ (load(name))[entry % index.titlesEach];
  }

  /**
   * What a term gives to an entry, by its title and by its text.
   * @param {SearchEngine} engine
   * @param {string} term
   * @param {number} entry
   */
  function given(engine, term, entry) {
    var found = { term, title: 0, text: 0 };
    var about = engine.index.find(term);
    /** @param {"title" | "text"} field */
    function taker(field) {
      return (/** @type {number} */ impact, /** @type {number} */ place) => {
        if (place === entry) { found[field] = impact; }
      };
    }
    if (about) { engine.index.eachPosting(about, taker("title"), taker("text")); }
    return found;
  }

  /**
   * What an entry owes to each group of the query, the most first.
   * @param {SearchEngine} engine
   * @param {SearchGroup[]} groups
   * @param {number} entry
   */
  function reasons(engine, groups, entry) {
    return groups.map((group) => {
      var best = group.terms.map((term) => given(engine, term, entry))
        .reduce((one, other) => other.title + other.text > one.title + one.text ? other : one);
      var { key, how, weight, rarity } = group;
      var score = weight * rarity * (best.title + best.text);
      return Object.assign({ typed: key, how, weight, rarity, score }, best);
    }).filter((reason) => reason.score > 0).sort((one, other) => other.score - one.score);
  }

  /**
   * @param {Job} job
   * @param {SearchData} index
   * @param {Load} load
   * @param {{ engine: SearchEngine, loaded: Set<string> }} warm
   * @param {string} query
   */
  function answer(job, index, load, warm, query) {
    var Engine = globalThis.HelpcenterSearch.Engine;
    var cold = new Set();
    globalThis.HelpcenterSearch.addFuzzy = undefined;  // a reader has not loaded it yet
    var engine = new Engine(index);
    var first = complete(engine, query, job.limit, load, cold, "missing");
    if (first.hits.length) { titleRow(engine, index, first.hits[0].entry, load, cold); }
    load("fuzzy");
    complete(warm.engine, query, job.limit, load, warm.loaded, "missing");
    complete(warm.engine, query, job.limit, load, warm.loaded, "later");
    complete(warm.engine, query, job.limit, load, warm.loaded, "missing").hits.forEach((hit) => {
      titleRow(warm.engine, index, hit.entry, load, new Set());
    });
    var before = performance.now();
    var found = warm.engine.search(query, job.limit);
    var time = performance.now() - before;
    return {
      time,
      pieces: Array.from(cold),
      weak: Boolean(found.weak),
      fit: Number(found.fit.toFixed(4)),  // the last digits differ between engines
      first: first.hits.map((hit) => hit.entry),
      hits: found.hits.map((hit) => {
        var why = job.explain ? reasons(warm.engine, found.groups, hit.entry) : [];
        var row = titleRow(warm.engine, index, hit.entry, load, new Set());
        return { entry: hit.entry, score: hit.score, whole: hit.whole || 1, row, why };
      }),
    };
  }

  /**
   * @param {Job} job
   * @param {Load} loadPiece
   */
  function run(job, loadPiece) {
    loadPiece("fuzzy");
    var search = globalThis.HelpcenterSearch;
    var addFuzzy = search.addFuzzy;
    /** @type {Load} */
    var load = (name) => name === "fuzzy" ? (search.addFuzzy = addFuzzy) : loadPiece(name);
    var index = /** @type {SearchData} */ (load("index"));
    var before = performance.now();
    var warm = { engine: new search.Engine(index), loaded: new Set() };
    var ready = performance.now() - before;
    return { ready, answers: job.queries.map((query) => answer(job, index, load, warm, query)) };
  }

  function inNode() {
    var fs = require("fs");
    var job = /** @type {Job} */ (JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
    (0, eval)(fs.readFileSync(job.script, "utf8"));
    /** @type {Map<string, unknown>} */
    var pieces = new Map();
    globalThis.HelpcenterSearch.take = function (name, piece) { pieces.set(name, piece); };
    process.stdout.write(JSON.stringify(run(job, (name) => {
      if (!pieces.has(name) && fs.existsSync(job.folder + "/" + name + ".js")) {
        (0, eval)(fs.readFileSync(job.folder + "/" + name + ".js", "utf8"));
      }
      return pieces.get(name);
    })));
  }

  function inBrowser() {
    var job = /** @type {HTMLElement} */ (document.getElementById("job"));
    var answers = /** @type {HTMLElement} */ (document.getElementById("answers"));
    answers.textContent = JSON.stringify(run(JSON.parse(job.textContent), (name) => globalThis.pieces[name]));
  }

  if (typeof document === "undefined") { inNode(); } else { inBrowser(); }
})();

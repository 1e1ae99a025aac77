/* Answers queries with the scripts and the index that ship: in Node with the job's file as argument, in a browser with
   the job in the page. Says for each query the hits, why, which pieces a reader would have loaded, and how long it
   took. Anywhere else it waits for queries (search/embedded.py). */
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
   * Load all that a query can need, the titles of its hits too.
   * @param {SearchData} index
   * @param {string} query
   * @param {number} limit
   * @param {Load} load
   * @param {{ engine: SearchEngine, loaded: Set<string> }} warm
   */
  function settle(index, query, limit, load, warm) {
    complete(warm.engine, query, limit, load, warm.loaded, "missing");
    complete(warm.engine, query, limit, load, warm.loaded, "later");
    complete(warm.engine, query, limit, load, warm.loaded, "missing").hits.forEach((hit) => {
      titleRow(warm.engine, index, hit.entry, load, new Set());
    });
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
    settle(index, query, job.limit, load, warm);
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

  /**
   * Run the script of the search; its pieces are run when somebody first asks for them.
   * @param {string} script
   * @param {(name: string) => string} read
   * @returns {Load}
   */
  function opened(script, read) {
    (0, eval)(script);
    /** @type {Map<string, unknown>} */
    var pieces = new Map();
    globalThis.HelpcenterSearch.take = function (name, piece) { pieces.set(name, piece); };
    return (name) => {
      if (!pieces.has(name)) { (0, eval)(read(name)); }
      return pieces.get(name);
    };
  }

  function inNode() {
    var fs = require("fs");
    var job = /** @type {Job} */ (JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
    /** @param {string} name */
    function read(name) {
      var path = job.folder + "/" + name + ".js";
      return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : "";
    }
    process.stdout.write(JSON.stringify(run(job, opened(fs.readFileSync(job.script, "utf8"), read))));
  }

  /**
   * Wait for queries: what is found for each, as JSON.
   * @param {string} script
   * @param {(name: string) => string} read
   */
  function waiting(script, read) {
    var load = opened(script, read);
    load("fuzzy");
    var index = /** @type {SearchData} */ (load("index"));
    var warm = { engine: new globalThis.HelpcenterSearch.Engine(index), loaded: new Set() };
    return (/** @type {string} */ query, /** @type {number} */ limit) => {
      settle(index, query, limit, load, warm);
      var found = warm.engine.search(query, limit);
      var hits = found.hits.map((hit) => {
        var details = /** @type {SearchDetails[]} */ (load("details" + Math.floor(hit.entry / index.detailsEach)));
        var row = titleRow(warm.engine, index, hit.entry, load, new Set());
        return { row, details: details[hit.entry % index.detailsEach] };
      });
      return JSON.stringify({ hits, weak: found.weak, site: load("site") });
    };
  }

  function inBrowser() {
    var job = /** @type {HTMLElement} */ (document.getElementById("job"));
    var answers = /** @type {HTMLElement} */ (document.getElementById("answers"));
    answers.textContent = JSON.stringify(run(JSON.parse(job.textContent), (name) => globalThis.pieces[name]));
  }

  if (typeof document !== "undefined") {
    inBrowser();
  } else if (typeof require !== "undefined") {
    inNode();
  } else {
    globalThis.HelpcenterWaiting = waiting;
  }
})();

/* Answers queries with the scripts and the index that ship: in Node with the job's file as argument, in a browser with
   the job in the page. Says for each query the hits, why, which pieces a reader would have loaded, and how long it took. */
(function (root) {
  "use strict";

  /* Search again until nothing is missing; `wanted` names the list of pieces to load in the engine's answer. */
  function complete(engine, query, limit, load, loaded, wanted) {
    for (;;) {
      var found = engine.search(query, limit);
      var pieces = (found[wanted] || []).filter(function (name) { return !loaded.has(name); });
      if (!pieces.length) { return found; }
      pieces.forEach(function (name) {
        loaded.add(name);
        engine.add(name, load(name));
      });
    }
  }

  function titleRow(engine, index, entry, load, loaded) {
    if (index.titles) { return index.titles[entry]; }
    var name = "titles" + Math.floor(entry / index.titlesEach);
    loaded.add(name);
    engine.add(name, load(name));
    return load(name)[entry % index.titlesEach];
  }

  /* What a term gives to an entry, by its title and by its text. */
  function given(engine, term, entry) {
    var found = { term: term, title: 0, text: 0 };
    var about = engine.index.find(term);
    var taker = function (field) { return function (posting) { if (posting.entry === entry) { found[field] = posting.impact; } }; };
    if (about) { engine.index.eachPosting(about, taker("title"), taker("text")); }
    return found;
  }

  /* What an entry owes to each group of the query, the most first. */
  function reasons(engine, groups, entry) {
    return groups.map(function (group) {
      var best = group.terms.map(function (term) { return given(engine, term, entry); }).reduce(function (one, other) {
        return other.title + other.text > one.title + one.text ? other : one;
      });
      var score = group.weight * group.rarity * (best.title + best.text);
      return Object.assign({ typed: group.key, how: group.how, weight: group.weight, rarity: group.rarity, score: score }, best);
    }).filter(function (reason) { return reason.score > 0; }).sort(function (one, other) { return other.score - one.score; });
  }

  function answer(job, index, load, warm, query) {
    var Engine = root.HelpcenterSearch.Engine;
    var cold = new Set();
    root.HelpcenterSearch.guess = undefined;  // a reader has not loaded it yet
    var engine = new Engine(index);
    var first = complete(engine, query, job.limit, load, cold, "missing");
    if (first.hits.length) { titleRow(engine, index, first.hits[0].entry, load, cold); }
    load("guesses");
    complete(warm.engine, query, job.limit, load, warm.loaded, "missing");
    complete(warm.engine, query, job.limit, load, warm.loaded, "later");
    complete(warm.engine, query, job.limit, load, warm.loaded, "missing").hits.forEach(function (hit) {
      titleRow(warm.engine, index, hit.entry, load, new Set());
    });
    var before = performance.now();
    var found = warm.engine.search(query, job.limit);
    var time = performance.now() - before;
    return {
      time: time,
      pieces: Array.from(cold),
      weak: Boolean(found.weak),
      fit: Number(found.fit.toFixed(4)),  // the last digits differ between engines
      first: first.hits.map(function (hit) { return hit.entry; }),
      hits: found.hits.map(function (hit) {
        var why = job.explain ? reasons(warm.engine, found.groups, hit.entry) : [];
        return { entry: hit.entry, score: hit.score, row: titleRow(warm.engine, index, hit.entry, load, new Set()), why: why };
      }),
    };
  }

  function run(job, load) {
    load("guesses");
    var guess = root.HelpcenterSearch.guess;
    var loadPiece = load;
    load = function (name) { return name === "guesses" ? (root.HelpcenterSearch.guess = guess) : loadPiece(name); };
    var index = load("index");
    var before = performance.now();
    var warm = { engine: new root.HelpcenterSearch.Engine(index), loaded: new Set() };
    var ready = performance.now() - before;
    return { ready: ready, answers: job.queries.map(function (query) { return answer(job, index, load, warm, query); }) };
  }

  function inNode() {
    var fs = require("fs");
    var job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
    (0, eval)(fs.readFileSync(job.script, "utf8"));
    var pieces = new Map();
    root.HelpcenterSearch.take = function (name, piece) { pieces.set(name, piece); };
    process.stdout.write(JSON.stringify(run(job, function (name) {
      if (!pieces.has(name) && fs.existsSync(job.folder + "/" + name + ".js")) {
        (0, eval)(fs.readFileSync(job.folder + "/" + name + ".js", "utf8"));
      }
      return pieces.get(name);
    })));
  }

  function inBrowser() {
    var job = JSON.parse(document.getElementById("job").textContent);
    var found = run(job, function (name) { return root.pieces[name]; });
    document.getElementById("answers").textContent = JSON.stringify(found);
  }

  if (typeof document === "undefined") { inNode(); } else { inBrowser(); }
})(typeof window === "undefined" ? globalThis : window);

/* The store: brings pieces of the index, searches those that are here, and tells when more have come. */
(function (search) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var PATIENCE = 8000;
  var LOOKED_AT = 200;
  var WEAKEST = 0.25;
  var FEWER = 0.6;
  var pieces = new Map();
  var asked = new Set();
  var failed = new Set();
  var engine;

  search.take = function (name, piece) {
    if (name === "index") { engine = new search.Engine(piece); }
    if (engine) { engine.add(name, piece); }
    pieces.set(name, piece);
    failed.delete(name);
    search.draw();
  };

  /* As a script, which loads from a disk and under every policy. A copy in a cache may be broken: once more past it. */
  function load(name, suffix) {
    var data = document.body.dataset;
    var script = document.createElement("script");
    script.src = data.root + data.searchIndex + name + ".js" + suffix;
    script.onload = script.onerror = function () {
      script.remove();
      if (suffix) { give(name); } else if (!pieces.has(name)) { load(name, "?" + Date.now()); }
    };
    document.body.append(script);
  }

  /* Nobody waits for a piece any longer; it is taken all the same when it comes. */
  function give(name) {
    if (!pieces.has(name)) { failed.add(name); }
    search.draw();
  }

  /* A file that was cut in half is no fault of the page. */
  addEventListener("error", (event) => {
    if (String(event.filename).includes(document.body.dataset.searchIndex)) { event.preventDefault(); }
  });

  /* A piece if it is here; else it is on its way now, or has failed. */
  function want(name) {
    if (!asked.has(name)) {
      asked.add(name);
      setTimeout(give, PATIENCE, name);
      load(name, "");
    }
    return pieces.get(name);
  }

  search.retry = function () {
    failed.forEach((name) => { asked.delete(name); });
    failed.clear();
    search.draw();
  };

  /* What the pieces of a kind say of an entry, as soon as somebody does not type any more where that can wait. */
  function row(kind, entry, canWait) {
    var each = want("index")[kind + "Each"];
    var name = kind + Math.floor(entry / each);
    var rows = canWait && search.isTyping ? pieces.get(name) : want(name);
    return rows && rows[entry % each];
  }

  /* The best entries that fit, as far as the pieces tell that are here; fewer when they hardly answer, so that other
     ways stay in sight. */
  search.find = function (query, limit, fits) {
    var found = { hits: [] };
    var needed = ["index", "site"];
    var index = want("index");
    if (index && query) {
      found = engine.search(query, LOOKED_AT);
      needed.push(...found.missing, ...found.later);
      var best = found.hits[0];
      limit *= found.weak ? FEWER : 1;
      found.hits = found.hits.filter((hit) => {
        if (hit.score < best.score * WEAKEST || limit < 0) { return false; }
        hit.row = index.titles ? index.titles[hit.entry] : row("titles", hit.entry);
        if (!hit.row || !fits(hit.row)) { return false; }
        hit.details = row("details", hit.entry, true) || ["", []];
        return limit-- > 0;
      });
      found.more = limit < 0;
      found.marks = [query.toLowerCase()].concat(engine.marks(found.groups));
    }
    found.site = want("site") || { words: {}, topics: {} };
    needed.forEach(want);
    found.waits = !needed.every((name) => pieces.has(name) || failed.has(name));
    found.failed = failed.size;
    return found;
  };
})(globalThis.HelpcenterSearch);

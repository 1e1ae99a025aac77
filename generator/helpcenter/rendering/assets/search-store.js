/* The store: brings pieces of the index, searches those that are here, and tells when more have come. */
(function (search) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var PATIENCE = 8000;
  var LOOKED_AT = 200;
  var WEAKEST = 0.25;
  var FEWER = 0.6;
  /** @type {Map<string, unknown>} */
  var pieces = new Map();
  /** @type {Set<string>} */
  var asked = new Set();
  /** @type {Set<string>} */
  var failed = new Set();
  /** @type {SearchEngine | undefined} */
  var engine;

  search.take = function (name, piece) {
    if (name === "index") { engine = new search.Engine(/** @type {SearchData} */ (piece)); }
    if (engine) { engine.add(name, piece); }
    pieces.set(name, piece);
    failed.delete(name);
    search.draw();
  };

  /**
   * As a script, which loads from a disk and under every policy. A copy in a cache may be broken: once more past it.
   * @param {string} name
   * @param {string} suffix
   */
  function load(name, suffix) {
    var data = document.body.dataset;
    var script = document.createElement("script");
    script.src = "" + data.root + data.searchIndex + name + ".js" + suffix;
    script.onload = script.onerror = function () {
      script.remove();
      if (suffix) { give(name); } else if (!pieces.has(name)) { load(name, "?" + Date.now()); }
    };
    document.body.append(script);
  }

  /**
   * Nobody waits for a piece any longer; it is taken all the same when it comes.
   * @param {string} name
   */
  function give(name) {
    if (!pieces.has(name)) { failed.add(name); }
    search.draw();
  }

  /* A file that was cut in half is no fault of the page. */
  addEventListener("error", (event) => {
    var folder = /** @type {string} */ (document.body.dataset.searchIndex);
    if (String(event.filename).includes(folder)) { event.preventDefault(); }
  });

  /**
   * A piece if it is here; else it is on its way now, or has failed.
   * @param {string} name
   */
  function want(name) {
    if (!asked.has(name)) {
      asked.add(name);
      setTimeout(give, PATIENCE, name);
      load(name, "");
    }
    return pieces.get(name);
  }

  search.retry = function () {
    failed.forEach(asked.delete, asked);
    failed.clear();
    search.draw();
  };

  /* The best entries that fit, as far as the pieces tell that are here; fewer when they hardly answer, so that other
     ways stay in sight. Details are asked for when it is certain whose: nobody types, and no better answer comes. */
  search.find = function (query, limit, fits) {
    var found = /** @type {SearchFound} */ (/** @type {object} */ ({ hits: [] }));
    var needed = ["index", "site"];
    /** @type {string[]} */
    var details = [];
    var index = /** @type {SearchData} */ (want("index"));
    /**
     * What a piece says of an entry, if it is here; its name goes to the `names` of pieces that are to be asked for.
     * @param {"titles" | "details"} kind
     * @param {number} entry
     * @param {string[]} names
     */
    function row(kind, entry, names) {
      var each = index[/** @type {"titlesEach" | "detailsEach"} */ (kind + "Each")];
      var name = kind + (entry / each | 0);
      var rows = /** @type {unknown[] | undefined} */ (pieces.get(name));
      names.push(name);
      return rows && rows[entry % each];
    }
    if (index && engine && query) {
      var answer = engine.search(query, LOOKED_AT);
      needed.push(...answer.missing, ...answer.later);
      limit *= answer.weak ? FEWER : 1;
      found = /** @type {SearchFound} */ (/** @type {object} */ (answer));
      found.hits = found.hits.filter((hit, place, all) => {
        if (hit.score < all[0].score * WEAKEST || limit < 0) { return false; }
        hit.row = /** @type {SearchRow} */ (index.titles ? index.titles[hit.entry] : row("titles", hit.entry, needed));
        if ((hit.row && !fits(hit.row)) || limit-- <= 0) { return false; }
        hit.details = /** @type {SearchDetails} */ (row("details", hit.entry, details) || ["", []]);
        return hit.row;
      });
      found.more = limit < 0;
      found.marks = [query.toLowerCase()].concat(engine.marks(found.groups));
    }
    found.site = /** @type {SearchSite} */ (want("site") || { words: {}, topics: {}, contacts: [] });
    needed.forEach(want);
    found.waits = !needed.every((name) => pieces.has(name) || failed.has(name));
    if (!found.waits && !search.isTyping) { details.forEach(want); }
    found.failed = failed.size;
    return found;
  };
})(globalThis.HelpcenterSearch);

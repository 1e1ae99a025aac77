/* The store: brings pieces of the index, searches those that are here, and tells when more have come. */
(function (root) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var search = root.HelpcenterSearch;
  var data = document.body.dataset;
  var PATIENCE = 8000;
  var LOOKED_AT = 200;
  var WEAKEST = 0.2;
  var pieces = {};
  var asked = new Set();
  var failed = new Set();
  var engine;

  search.take = function (name, piece) {
    if (pieces[name]) { return; }
    if (name === "index") { engine = new search.Engine(piece); }
    if (/^(te|so|fo)/.test(name)) { engine.add(name, piece); }
    pieces[name] = piece;
    failed.delete(name);
    search.draw();
  };

  function byScript(address) {
    return new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    });
  }

  /* Runs nothing: a file that was cut in half, or is a page about an error, is no JSON. */
  async function byFetch(name, address, cache) {
    var text = await (await fetch(address, { cache: cache })).text();
    search.take(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
  }

  function load(name) {
    var address = data.root + data.searchIndex + name + ".js";
    if (location.protocol === "file:") { return byScript(address); }
    return byFetch(name, address, "default").catch(function () { return byFetch(name, address, "reload"); })
      .catch(function (error) { return error instanceof SyntaxError || byScript(address); });
  }

  /* A piece if it is here. Else it is on its way now, or has failed; a late one has failed until it comes. */
  function want(name) {
    if (!asked.has(name)) {
      asked.add(name);
      var check = function () {
        if (!pieces[name]) {
          failed.add(name);
          search.draw();
        }
      };
      setTimeout(check, PATIENCE);
      load(name).then(check, check);
    }
    return pieces[name];
  }

  /* What pieces of `each` entries say of an entry. */
  function row(kind, entry, bring) {
    var each = pieces.index[kind + "Each"];
    return (bring(kind + Math.floor(entry / each)) || [])[entry % each];
  }

  search.store = {
    want: want,

    retry: function () {
      failed.forEach(function (name) { asked.delete(name); });
      failed.clear();
      search.draw();
    },

    /* The teaser and the parts of an entry; nothing is loaded while somebody is still typing. */
    details: function (entry, isTyping) {
      return row("details", entry, isTyping ? function (name) { return pieces[name]; } : want) || ["", []];
    },

    /* The best entries that fit, as far as the pieces tell that are here. */
    find: function (query, limit, fits) {
      var found = { hits: [], failed: failed.size };
      var needed = ["site", "index"];
      var titles = want("index") && pieces.index.titles;
      if (engine && query) {
        Object.assign(found, engine.search(query, LOOKED_AT));
        needed = needed.concat(found.missing, found.later || "texts");
        var best = found.hits[0];
        found.hits = found.hits.filter(function (hit) {
          if (hit.score < best.score * WEAKEST || limit < 0) { return false; }
          hit.row = titles ? titles[hit.entry] : row("titles", hit.entry, want);
          return hit.row && fits(hit.row) && limit-- > 0;
        });
        found.weak = found.weak || !best;
        found.more = limit < 0;
        found.marks = engine.marks ? engine.marks(found.groups)
          : [].concat.apply([], found.groups.map(function (group) { return group.terms; })).filter(function (term) { return term[1]; });
      }
      found.waits = needed.filter(function (name) { return !want(name); }).length;
      return found;
    },
  };
})(typeof window === "undefined" ? globalThis : window);

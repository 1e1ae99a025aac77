/* Results: a field and the list of what is found for it. Texts only ever become text, whatever stands in them. */
(function (root) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var search = root.HelpcenterSearch;
  var store = search.store;
  var data = document.body.dataset;
  var KEY = "helpcenter.searches";
  var KEPT = 6;
  var CALM = 250;
  var LONGEST = 160;
  /* How much better than all others a part must fit for a result to lead right to it. */
  var CLEARLY = 1.2;
  var views = [];

  /* What this reader searched for lately; nothing where storage is blocked. */
  function recent() {
    try { return JSON.parse(localStorage.getItem(KEY)).map(String); } catch (error) { return []; }
  }

  search.keep = function (query) {
    var kept = query ? [query].concat(recent().filter(function (one) { return one !== query; })).slice(0, KEPT) : [];
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (error) { /* blocked */ }
  };

  function site() { return store.want("site") || { words: {}, topics: {} }; }

  function word(name) { return site().words[name]; }

  function add(parent, tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    made.append(text || "");
    parent.append(made);
    return made;
  }

  /* Folders have no page of their own on a disk. */
  function link(path, title) {
    var made = document.createElement("a");
    made.href = data.root + (location.protocol === "file:" ? path.replace(/(^|\/)(?=[#?]|$)/, "$1index.html") : path);
    made.className = "hc-hit";
    add(made, "span", "hc-hit__title", title);
    return made;
  }

  function searchLink(query, title) { return link("search/?" + new URLSearchParams({ q: query }), title); }

  /* As the index folds texts, where places stay the same. */
  function folded(text) {
    var low = text.normalize("NFKC").toLowerCase();
    return low.length === text.length ? low : text.toLowerCase();
  }

  function mark(element, text, marks) {
    var low = folded(text);
    var flags = new Uint8Array(text.length);
    marks.forEach(function (mark) {
      for (var at = -1; (at = low.indexOf(mark, at + 1)) >= 0;) { flags.fill(1, at, at + mark.length); }
    });
    for (var start = 0, end; start < text.length; start = end) {
      end = flags.indexOf(1 - flags[start], start);
      if (end < 0) { end = text.length; }
      element.append(text.slice(start, end));
      if (flags[start]) { add(element, "mark", "", element.lastChild); }
    }
  }

  /* What a text says of what is looked for. */
  function worth(text, groups) {
    var low = folded(text);
    return groups.reduce(function (sum, group) {
      return sum + (group.terms.some(function (term) { return low.includes(term); }) && group.weight * group.rarity || 0);
    }, 0);
  }

  /* The text that says most, and whether it does so clearly; none when all say nothing. */
  function best(texts, groups) {
    var worths = texts.map(function (text) { return worth(text, groups); });
    var most = Math.max.apply(null, worths.concat(0.001));
    return {
      at: worths.indexOf(most),
      isClear: worths.filter(function (worth) { return worth * CLEARLY > most; }).length === 1,
    };
  }

  /* A result as a link, to the part that says most of what its title does not say. What comes later has its place. */
  function hit(one, found, isTyping) {
    var row = one.row;
    var details = store.details(one.entry, isTyping);
    var groups = found.groups.filter(function (group) { return !worth(row[1], [group]); });
    var chosen = best(details[1].map(function (part) { return part[1] + part[2]; }), groups);
    var part = details[1][chosen.at] || ["", "", details[0]];
    var leads = chosen.isClear && part[0];
    var made = link(leads ? row[0] + "#" + leads : row[0]);
    var about = add(made, "span", "hc-hit__about");
    var text = add(made, "span", "hc-hit__text");
    mark(made.firstChild, row[1], found.marks);
    if (leads) { mark(add(text, "b", ""), part[1], found.marks); }
    var sentences = part[2].match(/[^。！？；.!?]{1,40}[。！？；.!?]*/gu) || [];
    mark(text, sentences.slice(Math.max(0, best(sentences, groups).at)).join("").slice(0, LONGEST), found.marks);
    add(about, "span", "", word("search.kind." + row[2]));
    if (row[2] !== "topic") { add(about, "span", "", site().topics[row[3]]); }
    if (!row[4].includes("consumer")) {
      row[4].forEach(function (who) { add(about, "span", "hc-badge", word("audience." + who)); });
    }
    return made;
  }

  function notice(found) {
    if (found.failed) { return data.searchFailed; }
    if (found.waits) { return found.hits.length ? "" : data.searchLoading; }
    return found.weak ? word(found.hits.length ? "search.weak" : "search.none") : "";
  }

  function draw(view) {
    if (view.isClosed) { return; }
    var query = view.query;
    var found = store.find(query, view.limit, view.fits || Boolean);
    var isLost = query ? (found.weak && !found.waits) || (found.failed && !found.hits.length) : view.isLayer;
    var links = query ? found.hits.map(function (one) { return hit(one, found, view.isTyping); })
      : recent().map(function (one) { return searchLink(one, one); });
    view.recent.hidden = query || !links.length;
    view.retry.hidden = !found.failed;
    view.note.textContent = query ? notice(found) : "";
    view.lost.hidden = !isLost;
    view.contact.textContent = (site().contact || []).join("：");
    if (isLost && site().flow) { links.push(link(site().flow[0], site().flow[1])); }
    if (!isLost && query && view.isBox) { links.push(searchLink(query, word("search.all_results"))); }
    view.list.replaceChildren.apply(view.list, links.map(view.item));
    view.drawn(found);
    if (query && !view.isTyping && !found.waits) {
      view.status.textContent = notice(found) || word("search.count").replace("{count}", found.hits.length);
    }
  }

  /* Half of a word that is being composed is no query. */
  function type(view, event) {
    view.isComposing = event.isComposing && event.type === "input";
    if (view.isComposing) { return; }
    view.query = view.input.value.trim();
    view.isTyping = true;
    clearTimeout(view.timer);
    view.timer = setTimeout(function () {
      view.isTyping = false;
      view.settled();
      draw(view);
    }, CALM);
    view.typed(event);
    draw(view);
  }

  /* Show in `place` what the field `view.input` asks for. */
  search.view = function (place, view) {
    place.querySelectorAll("[data-part]").forEach(function (part) { view[part.dataset.part] = part; });
    view.query = view.input.value.trim();
    view.draw = draw.bind(null, view);
    view.retry.onclick = store.retry;
    view.forget.onclick = function () {
      search.keep("");
      view.input.focus();
      draw(view);
    };
    view.type = type.bind(null, view);
    view.input.form.addEventListener("input", view.type);
    view.input.addEventListener("compositionend", view.type);
    views.push(view);
    return view;
  };

  search.site = site;

  /* Several pieces often come together. */
  var told;
  search.draw = function () {
    clearTimeout(told);
    told = setTimeout(function () { views.forEach(draw); });
  };
})(typeof window === "undefined" ? globalThis : window);

/* Results: a field and the list of what is found for it. Texts only ever become text, whatever stands in them. */
(function (search) {
  "use strict";

  var KEY = "helpcenter.searches";
  var KEPT = 6;
  var CALM = 250;
  var SENTENCES = 4;
  /* How much better than all others a part must fit for a result to lead right to it. */
  var CLEARLY = 1.2;
  var component = globalThis.HelpcenterComponent;
  var PARTS = /** @type {SearchPart[]} */ ("list note retry recent forget lost contact status".split(" "));
  /** @type {SearchView} */
  var view;
  /** @type {number | undefined} */
  var timer;

  /**
   * What this reader searched for lately; nothing where storage is blocked.
   * @returns {string[]}
   */
  function recent() {
    try { return JSON.parse(localStorage[KEY]).map(String); } catch (error) { return []; }
  }

  /** @param {string[]} queries */
  function write(queries) {
    try { localStorage[KEY] = JSON.stringify(queries.slice(0, KEPT)); } catch (error) { /* blocked */ }
  }

  search.keep = function () {
    if (view.query) { write([view.query].concat(recent().filter((one) => one !== view.query))); }
  };

  /**
   * Folders have no page of their own on a disk.
   * @param {string} path
   * @param {string} [title]
   */
  function link(path, title) {
    var made = component.add(new DocumentFragment(), "a", "hc-hit");
    made.setAttribute("href", document.body.dataset.root +
      (location.protocol === "file:" ? path.replace(/(^|\/)(?=[#?]|$)/, "$1index.html") : path));
    component.add(made, "span", "hc-hit__title", title);
    return made;
  }

  /**
   * @param {string} query
   * @param {string} title
   */
  function searchLink(query, title) { return link("search/?" + new URLSearchParams({ q: query }), title); }

  /**
   * What a text says of what is looked for.
   * @param {string} text
   * @param {SearchGroup[]} groups
   */
  function worth(text, groups) {
    var low = search.folded(text);
    return groups.reduce(
      (sum, group) => sum + (group.terms.some((term) => low.includes(term)) ? group.weight * group.rarity : 0), 0
    );
  }

  /**
   * The place of the text that says most, if one says anything, and whether it does so clearly.
   * @param {string[]} texts
   * @param {SearchGroup[]} groups
   */
  function best(texts, groups) {
    var worths = texts.map((text) => worth(text, groups));
    var order = [...worths].sort((one, other) => other - one);
    return { at: order[0] > 0 ? worths.indexOf(order[0]) : -1, isClear: !(order[1] * CLEARLY > order[0]) };
  }

  /**
   * A result as a link, to the part that says most of what its title does not say. What comes later has its place.
   * @param {SearchShown} hit
   * @param {SearchFound} found
   */
  function show(hit, found) {
    var [path, title, kind, topic, audience] = hit.row;
    var parts = hit.details[1];
    var groups = found.groups.filter((group) => !worth(title, [group]));
    var chosen = best(parts.map((part) => part[1] + part[2]), groups);
    var [anchor, heading, text] = parts[chosen.at] || ["", "", hit.details[0]];
    var leads = chosen.isClear && anchor;
    var made = link(leads ? path + "#" + anchor : path);
    var about = component.add(made, "span", "hc-hit__about");
    var body = component.add(made, "span", "hc-hit__text");
    var sentences = text.match(/[^。！？；.!?]{1,40}[。！？；.!?]*/gu) || [];
    search.mark(made.children[0], title, found.marks);
    if (leads) { search.mark(component.add(body, "b", ""), heading, found.marks); }
    var first = Math.max(0, best(sentences, groups).at);
    search.mark(body, sentences.slice(first, first + SENTENCES).join(""), found.marks);
    component.add(about, "span", "", found.site.words["search.kind." + kind]);
    if (kind !== "topic") { component.add(about, "span", "", found.site.topics[topic]); }
    if (!audience.includes(found.site.readers)) {
      audience.forEach((who) => { component.add(about, "span", "hc-badge", found.site.words[who]); });
    }
    // The alias that says more of what was looked for than the title does.
    var names = [title].concat(hit.row[5] || []);
    var alias = best(names, found.groups).at;
    if (alias > 0) {
      search.mark(component.add(about, "span", "", found.site.words["search.also"]), names[alias], found.marks);
    }
    return made;
  }

  /**
   * What a reader should know beside the results, if anything.
   * @param {SearchFound} found
   */
  function notice(found) {
    var { searchFailed, searchLoading } = document.body.dataset;
    if (found.failed) { return searchFailed; }
    if (found.waits) { return found.hits.length ? "" : searchLoading; }
    return found.hits.length ? found.weak && found.site.words["search.weak"] : found.site.words["search.none"];
  }

  search.draw = function () {
    if (view.isClosed) { return; }
    var query = view.query;
    var found = search.find(query, view.limit, view.fits);
    var site = found.site;
    var isLost = query ? (found.weak || !found.hits.length) && !found.waits : view.isLayer;
    var links = query ? found.hits.map((hit) => show(hit, found))
      : recent().map((one) => searchLink(one, one));
    var text = query && notice(found) || "";
    view.recent.hidden = Boolean(query) || !links.length;
    view.retry.hidden = !found.failed;
    view.note.textContent = text;
    view.lost.hidden = !isLost;
    view.contact.textContent = "";
    site.contacts.forEach(([text, path]) => {
      var made = component.add(view.contact, "a", "", text);
      if (path) { made.setAttribute("href", path); }
    });
    if (isLost && site.flow) { links.push(link(...site.flow)); }
    if (found.hits.length && view.isBox) {
      links.push(searchLink(query, site.words["search.all_results"] || query));
    }
    view.list.textContent = "";
    links.forEach((link) => {
      if (view.isBox) { view.list.append(link); } else { component.add(view.list, "li", "", link); }
    });
    if (query && !search.isTyping && !found.waits) {
      view.status.textContent = text ||
        (site.words["search.count"] || "").replace("{count}", String(found.hits.length));
    }
    view.drawn(found);
  };

  /* Half of a word that is being composed is no query. */
  search.type = function (event) {
    if (/** @type {InputEvent} */ (event).isComposing) { return; }
    view.query = view.input.value.trim();
    search.isTyping = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      search.isTyping = false;
      view.settled();
      search.draw();
    }, CALM);
    view.typed();
  };

  /* Show in `place` what the field of a view asks for; its parts are those of all views and the other `names`. */
  search.view = function (place, names, made) {
    var all = /** @type {(SearchPart | typeof names[number])[]} */ (PARTS).concat(names);
    var found = { ...made, ...component.named(place, all), query: made.input.value.trim() };
    view = found;
    // The focus goes first: a button that has it and goes away would take the list with it.
    view.retry.onclick = view.forget.onclick = (event) => {
      view.input.focus();
      if (event.target === view.forget) { write([]); }
      search.retry();
    };
    view.input.oninput = search.type;
    view.input.addEventListener("compositionend", search.type);
    return found;
  };
})(globalThis.HelpcenterSearch);

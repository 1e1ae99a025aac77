/* Guided flows: the page is the graph, the address is the state.
   #section?node=option&node=option says where a reader is and by which answers; everything shown follows from it. */
(function () {
  "use strict";

  /* The sections of a flow by id, each with its node, its heading and its links by option. */
  function sectionsOf(root) {
    var sections = new Map();
    root.querySelectorAll(".hc-step").forEach(function (element) {
      var links = new Map();
      var all = Array.from(element.querySelectorAll("a[href^='#']"), function (link) {
        var found = { link: link, to: link.getAttribute("href").slice(1), option: link.dataset.option || "" };
        if (found.option) { links.set(found.option, found); }
        return found;
      });
      sections.set(element.id, { id: element.id, node: nodeOf(element.id), element: element, links: links, all: all });
    });
    return sections;
  }

  function nodeOf(id) { return id.split("~")[0]; }

  function isEnd(section) { return !section.element.querySelector(".hc-options"); }

  function headingOf(section) { return section.element.querySelector("h2"); }

  function titleOf(section) { return headingOf(section).lastChild.textContent.trim(); }

  function parsed(hash) {
    try { hash = decodeURIComponent(hash); } catch (error) { /* as typed */ }
    var parts = hash.replace(/^#/, "").split("?");
    var pairs = (parts[1] || "").split("&").filter(Boolean).map(function (pair) { return pair.split("="); });
    return { target: parts[0], pairs: pairs };
  }

  function written(id, pairs) {
    return "#" + id + (pairs.length ? "?" + pairs.map(function (pair) { return pair.join("="); }).join("&") : "");
  }

  /* Walk from `at` as far as `pairs` lead, at most to `until`; the same as `replay` in generator/flow/replay.py. */
  function walk(sections, at, pairs, until) {
    var path = [];
    var rest = pairs.slice();
    while (at !== until) {
      var section = sections.get(at);
      var found = rest.findIndex(function (pair) { return pair[0] === section.node; });
      if (found < 0) { break; }
      var link = section.links.get(rest[found][1]);
      rest.splice(found, 1);
      if (link && sections.has(link.to)) {
        path.push({ section: section, option: link.option });
        at = link.to;
      }
    }
    return { at: at, path: path, rest: rest };
  }

  /* The nearest section at or after `from` that is wanted, breadth first; undefined when there is none. */
  function nearest(sections, from, wanted) {
    var seen = new Set([from]);
    for (var id of seen) {
      var section = sections.get(id);
      if (wanted(section)) { return id; }
      section.all.forEach(function (link) { if (sections.has(link.to)) { seen.add(link.to); } });
    }
    return undefined;
  }

  /* Where an address leads: by its answers, over gaps where some are missing, else to the nearest valid place. */
  function arrive(sections, first, asked) {
    var target = asked.target;
    var known = asked.pairs.filter(function (pair) { return offers(sections, pair); });
    var changed = known.length < asked.pairs.length;
    var isTarget = function (section) { return section.id === target; };
    if (target && !sections.has(target)) {
      isTarget = function (section) { return section.node === nodeOf(target); };
    }
    var state = walk(sections, first, known, sections.has(target) ? target : undefined);
    var path = state.path;
    var skipped = false;
    while (!changed && target && !isTarget(sections.get(state.at))) {
      var next = jump(sections, state, isTarget);
      if (next === undefined) { break; }
      skipped = true;
      state = walk(sections, next, state.rest, sections.has(target) ? target : undefined);
      path = path.concat(state.path);
    }
    var lost = Boolean(target) && !isTarget(sections.get(state.at));
    return { at: state.at, path: path, rest: state.rest, notice: changed ? "dropped" : lost ? "moved" : skipped ? "skipped" : "" };
  }

  function offers(sections, pair) {
    return Array.from(sections.values()).some(function (section) {
      return section.node === pair[0] && section.links.has(pair[1]);
    });
  }

  /* The next place on the way to the target: the question of a waiting answer, else the target itself. */
  function jump(sections, state, isTarget) {
    var goal = nearest(sections, state.at, isTarget);
    for (var pair of goal === undefined ? [] : state.rest) {
      var id = nearest(sections, state.at, function (section) {
        return section.node === pair[0] && section.links.has(pair[1]) && nearest(sections, section.id, isTarget) !== undefined;
      });
      if (id !== undefined && id !== state.at) { return id; }
    }
    return goal;
  }

  function pairsOf(path) {
    return path.map(function (step) { return [step.section.node, step.option]; });
  }

  function part(root, name) {
    return root.querySelector("template[data-part=" + name + "]").content.firstElementChild;
  }

  /* Start a flow. `embedded` names the page it was taken from and the part to begin with; without it the flow is the
     page's own and lives in the address bar. */
  function start(root, embedded) {
    if (root.dataset.walking !== undefined) { return; }
    root.dataset.walking = "";
    var sections = sectionsOf(root);
    var first = sections.keys().next().value;
    var base = embedded ? embedded.page : "";
    var key = "flow " + base;
    var trail = root.querySelector(".hc-trail");
    var notice = root.querySelector(".hc-flow__notice");
    var current;
    var shown;

    function read() {
      if (!embedded) { return location.hash; }
      return (history.state && history.state[key]) || embedded.hash;
    }

    function href(id, pairs) { return base + written(id, pairs); }

    function show(moved) {
      var hash = read();
      var asked = parsed(hash);
      if (hash === shown || (!embedded && isElsewhere(asked.target))) { return; }
      shown = hash;
      var state = arrive(sections, first, asked);
      if (current) { leave(current); }
      current = sections.get(state.at);
      current.element.dataset.current = "";
      root.toggleAttribute("data-ended", isEnd(current));
      link(state);
      drawTrail(state);
      notice.textContent = state.notice ? part(root, "notice").dataset[state.notice] : "";
      if (isEnd(current)) { current.element.append(ending(state)); }
      if (moved) { headingOf(current).focus({ preventScroll: true }); }
      if (moved || asked.target) { current.element.scrollIntoView(); }
    }

    function isElsewhere(id) {
      var other = id && document.getElementById(id);
      return Boolean(other) && !root.contains(other);
    }

    function leave(section) {
      delete section.element.dataset.current;
      var end = section.element.querySelector(".hc-end");
      if (end) { end.remove(); }
    }

    /* Let every link of the current section lead on with all answers, as far as later ones still hold. */
    function link(state) {
      var before = pairsOf(state.path);
      var kept = state.rest.find(function (pair) { return pair[0] === current.node; });
      current.all.forEach(function (found) {
        if (!sections.has(found.to)) { return; }
        var answers = found.option ? before.concat([[current.node, found.option]]) : before;
        var rest = state.rest.filter(function (pair) { return pair !== kept; });
        var after = found.option ? walk(sections, found.to, rest) : { at: found.to, path: [] };
        found.link.href = href(after.at, answers.concat(pairsOf(after.path)));
        if (kept && kept[1] === found.option) {
          found.link.setAttribute("aria-current", "true");
        } else {
          found.link.removeAttribute("aria-current");
        }
      });
    }

    function drawTrail(state) {
      var all = pairsOf(state.path).concat(state.rest);
      trail.hidden = !state.path.length && current.id === first;
      trail.querySelector("ol").replaceChildren.apply(trail.querySelector("ol"), state.path.map(function (step) {
        var item = part(root, "answer").cloneNode(true);
        item.children[0].textContent = titleOf(step.section);
        item.children[1].textContent = step.section.links.get(step.option).link.textContent;
        item.children[2].href = href(step.section.id, all);
        item.children[2].setAttribute("aria-label", item.children[2].textContent + " " + titleOf(step.section));
        return item;
      }));
      var last = state.path[state.path.length - 1];
      var back = trail.querySelector("[data-do=back]");
      back.hidden = !last;
      if (last) { back.href = href(last.section.id, all); }
      trail.querySelector("[data-do=restart]").href = href(first, []);
    }

    function ending(state) {
      var end = part(root, "end").cloneNode(true);
      var status = end.querySelector("[role=status]");
      end.querySelector("[data-do=solved]").addEventListener("click", function () {
        status.textContent = status.dataset.solved;
      });
      end.querySelector("[data-do=copy]").addEventListener("click", function () {
        copy(summary(state), end.querySelector("textarea"), status);
      });
      return end;
    }

    /* What happened, for the chat with support: title, answers, outcome and the address that leads back here. */
    function summary(state) {
      var lines = state.path.map(function (step) {
        return titleOf(step.section) + " " + step.section.links.get(step.option).link.textContent;
      });
      var address = new URL(href(state.at, pairsOf(state.path)), location.href).href;
      return [root.dataset.title].concat(lines, [titleOf(current), address]).join("\n");
    }

    function copy(text, field, status) {
      var fail = function () {
        field.value = text;
        field.hidden = false;
        field.focus();
        field.select();
        status.textContent = status.dataset.failed;
      };
      if (!navigator.clipboard) { fail(); return; }
      navigator.clipboard.writeText(text).then(function () { status.textContent = status.dataset.copied; }, fail);
    }

    function digit(event) {
      var place = Number(event.key);
      var typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
      if (!place || typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (embedded && !root.contains(document.activeElement)) { return; }
      var chosen = current.element.querySelectorAll(".hc-options a")[place - 1];
      if (chosen) { event.preventDefault(); chosen.click(); }
    }

    /* Inside another page the address bar is not ours: answers go into the browser's history beside it. */
    function embed() {
      sections.forEach(function (section) { section.element.removeAttribute("id"); });
      root.addEventListener("click", function (event) {
        var link = event.target.closest("a");
        var inside = link && link.getAttribute("href").indexOf(base + "#") === 0;
        if (!inside || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        var entry = {};
        entry[key] = link.getAttribute("href").slice(base.length);
        history.pushState(Object.assign({}, history.state, entry), "");
        show(true);
      });
      var hash = location.hash;
      addEventListener("popstate", function () {
        if (location.hash === hash) { show(true); }
        hash = location.hash;
      });
    }

    document.addEventListener("keydown", digit);
    if (embedded) { embed(); } else { addEventListener("hashchange", function () { show(true); }); }
    show(Boolean(embedded));
  }

  /* Put the flow that `link` leads to in the place of `link`, inside `card`. */
  function open(card, link) {
    var page = link.getAttribute("href").split("#")[0];
    return fetch(page).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (text) {
      var root = new DOMParser().parseFromString(text, "text/html").querySelector("[data-flow]");
      link.remove();
      card.append(document.adoptNode(root));
      start(root, { page: page, hash: link.hash });
    });
  }

  function startAll() {
    document.querySelectorAll("[data-flow]").forEach(function (root) { start(root); });
  }

  window.helpcenterFlow = { start: start, open: open };
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", startAll); } else { startAll(); }
})();

/* Guided flows: the page is the graph, the address the state. All that is shown follows from #section?node=option&… */
(function () {
  "use strict";

  var ways = window.helpcenterFlow;
  var NOT_SOLVED = "not-solved";

  /* The sections by id, with the targets and the elements of their links by option. */
  function sectionsOf(root) {
    var sections = new Map();
    root.querySelectorAll(".hc-step").forEach(function (element) {
      var section = { element: element, links: new Map(), choices: new Map() };
      element.querySelectorAll(".hc-options a, .hc-unsolved a").forEach(function (link) {
        var option = link.dataset.option || NOT_SOLVED;
        var href = link.getAttribute("href");
        if (href[0] !== "#") { return; } // leads to another flow
        section.links.set(option, href.slice(1));
        section.choices.set(option, link);
      });
      sections.set(element.id, section);
    });
    return sections;
  }

  function isEnd(section) { return !section.element.querySelector(".hc-options"); }

  function headingOf(section) { return section.element.querySelector("h2"); }

  function titleOf(flow, id) { return headingOf(flow.sections.get(id)).textContent; }

  function answerOf(flow, step) { return flow.sections.get(step.id).choices.get(step.option).textContent; }

  function part(root, name) {
    return root.querySelector("template[data-part=" + name + "]").content.firstElementChild;
  }

  /* Show where `hash` leads. Only a reader who walks is taken to the new heading, nobody who just opens a page. */
  function show(flow, hash, walks) {
    hash = hash || "#";
    if (hash === flow.shown) { return; }
    flow.shown = hash;
    var state = ways.arrive(flow.sections, flow.first, ways.parsed(hash, flow.sections));
    var before = flow.state;
    if (before) { delete flow.sections.get(before.at).element.dataset.current; }
    flow.state = state;
    var section = flow.sections.get(state.at);
    section.element.dataset.current = "";
    flow.root.toggleAttribute("data-begun", state.at !== flow.first);
    flow.root.toggleAttribute("data-ended", isEnd(section));
    drawChoices(flow, section);
    drawTrail(flow);
    if (isEnd(section)) { drawEnd(flow, section); }
    // Who goes on from a place in the middle has been told.
    var told = state.notice === "skipped" && before && before.notice === "skipped";
    flow.root.querySelector(".hc-flow__notice").textContent = told ? "" : noticeOf(flow);
    if (walks) { takeTo(flow, section); }
  }

  /* What a reader should know of how the address was understood; answers that it holds for nothing are named. */
  function noticeOf(flow) {
    var words = part(flow.root, "notice").dataset;
    var unused = flow.state.unused.map(function (pair) { return namedAnswer(flow, pair); }).join(words.comma);
    return ((words[flow.state.notice] || "") + (unused && words.unused + unused)).trim();
  }

  /* In the words of the page, else as the address has it: ids only, nothing that others could say in our name. */
  function namedAnswer(flow, pair) {
    var copies = Array.from(flow.sections.keys()).filter(function (id) { return ways.nodeOf(id) === pair[0]; });
    var chosen = copies.map(function (id) { return flow.sections.get(id).choices.get(pair[1]); }).find(Boolean);
    var asked = copies.length ? titleOf(flow, copies[0]) : pair[0].slice(0, 40);
    return asked + " " + (chosen ? chosen.textContent : (pair[1] || "").slice(0, 40));
  }

  function takeTo(flow, section) {
    headingOf(section).focus({ preventScroll: true });
    if (flow.base) { section.element.scrollIntoView({ behavior: "instant" }); } else { scrollTo({ top: 0, behavior: "instant" }); }
  }

  /* Every choice leads on with all answers; the one made before is marked. */
  function drawChoices(flow, section) {
    var node = ways.nodeOf(flow.state.at);
    var given = flow.state.rest.find(function (pair) { return pair[0] === node; });
    section.choices.forEach(function (link, option) {
      link.href = flow.base + ways.answered(flow.sections, flow.state, option);
      link.removeAttribute("aria-current");
      if (given && given[1] === option) { link.setAttribute("aria-current", "true"); }
    });
  }

  function drawTrail(flow) {
    var state = flow.state;
    var trail = flow.root.querySelector(".hc-trail");
    var list = trail.querySelector("ol");
    var tools = flow.root.querySelector(".hc-flow__tools");
    var back = tools.querySelector("[data-do=back]");
    tools.hidden = state.at === flow.first;
    tools.querySelector("[data-do=restart]").href = flow.base + ways.written(flow.first, []);
    trail.hidden = back.hidden = !state.path.length;
    list.textContent = "";
    state.path.forEach(function (step) {
      var item = part(flow.root, "answer").cloneNode(true);
      var change = item.querySelector("a");
      item.children[0].textContent = titleOf(flow, step.id);
      item.children[1].textContent = answerOf(flow, step);
      change.href = back.href = flow.base + ways.returned(state, step);
      change.setAttribute("aria-label", change.textContent + " " + titleOf(flow, step.id));
      list.append(item);
    });
  }

  /* An end asks whether it helped: its link for who was not helped moves beside the button for who was. */
  function drawEnd(flow, section) {
    if (!section.end) {
      section.end = part(flow.root, "end").cloneNode(true);
      section.element.append(section.end);
      var unsolved = section.element.querySelector(".hc-unsolved a");
      if (unsolved) { section.end.querySelector("[data-do=solved]").after(unsolved); }
      listen(flow, section.end);
    }
    section.end.querySelector("[role=status]").textContent = "";
    section.end.querySelector("textarea").hidden = true;
  }

  function listen(flow, end) {
    var status = end.querySelector("[role=status]");
    end.querySelector("[data-do=solved]").addEventListener("click", function () {
      status.textContent = status.dataset.solved;
    });
    end.querySelector("[data-do=copy]").addEventListener("click", function () {
      copy(summary(flow), end.querySelector("textarea"), status);
    });
  }

  /* What happened, for a chat with support. */
  function summary(flow) {
    var state = flow.state;
    var answers = state.path.map(function (step) { return titleOf(flow, step.id) + " " + answerOf(flow, step); });
    var address = new URL(flow.base + ways.written(state.at, ways.pairsOf(state.path)), location.href).href;
    return [flow.root.dataset.title].concat(answers, titleOf(flow, state.at), address).join("\n");
  }

  function copy(text, field, status) {
    var fail = function () {
      field.value = text;
      field.hidden = false;
      field.focus();
      field.select();
      status.textContent = status.dataset.failed;
    };
    // Inside a promise a clipboard that is missing fails like one that is denied.
    new Promise(function (done) { done(navigator.clipboard.writeText(text)); }).then(function () {
      status.textContent = status.dataset.copied;
    }, fail);
  }

  /* Digits choose: where the flow has the focus, and on its own page also where nothing else has it. */
  function digit(flow, event) {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var active = document.activeElement || document.body;
    if (!flow.root.contains(active) && (flow.base || !active.contains(flow.root))) { return; }
    var element = flow.sections.get(flow.state.at).element;
    var chosen = element.querySelectorAll(".hc-options a")[Number(event.key) - 1];
    if (chosen) {
      event.preventDefault();
      chosen.click();
    }
  }

  function stored(flow) { return history.state && history.state[flow.key]; }

  /* Note the place beside an address that says something else. */
  function keep(flow, method, place) {
    var entry = {};
    entry[flow.key] = place;
    history[method](Object.assign({}, history.state, entry), "");
  }

  /* Entries of the history made by others, as by links to parts of the page, do not know the place yet. */
  function recall(flow) {
    if (stored(flow)) { show(flow, stored(flow), true); } else { keep(flow, "replaceState", flow.shown); }
  }

  /* A flow that has a page for itself lives in the address bar. */
  function live(flow) {
    var follow = function (walks) {
      var place = document.getElementById(ways.parsed(location.hash, flow.sections).target);
      if (!place || flow.root.contains(place)) { show(flow, location.hash, walks); } else { recall(flow); }
    };
    show(flow, stored(flow), false);
    follow(false);
    addEventListener("hashchange", function () { follow(true); });
  }

  /* Inside another page the address bar is not ours: the place stands in the history beside it. */
  function lodge(flow, hash, walks) {
    flow.root.querySelectorAll("[id]").forEach(function (named) { named.removeAttribute("id"); });
    var trail = flow.root.querySelector(".hc-trail"); // one of several, maybe
    trail.setAttribute("aria-label", trail.getAttribute("aria-label") + " " + flow.root.dataset.title);
    flow.root.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      var href = link ? link.getAttribute("href") : "";
      if (!href.startsWith(flow.base + "#") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
      event.preventDefault();
      keep(flow, "pushState", href.slice(flow.base.length));
      recall(flow);
    });
    addEventListener("popstate", function () { recall(flow); });
    addEventListener("hashchange", function () { recall(flow); });
    show(flow, stored(flow) || hash, walks);
    recall(flow);
  }

  function start(root, key, base) {
    if (root.dataset.walking !== undefined) { return undefined; }
    root.dataset.walking = "";
    var flow = { root: root, key: key, base: base, sections: sectionsOf(root) };
    flow.first = flow.sections.keys().next().value;
    document.addEventListener("keydown", function (event) { digit(flow, event); });
    // The second half of a double click would answer a question that nobody has read.
    root.addEventListener("click", function (event) {
      if (event.detail > 1) { event.preventDefault(); event.stopImmediatePropagation(); }
    });
    return flow;
  }

  /* Put the flow that `link` leads to into `card`, in the place of `link`. `key` names it in the history. */
  function open(card, link, key, walks) {
    var base = link.getAttribute("href").split("#")[0];
    return fetch(base).then(function (answer) { return answer.text(); }).then(function (text) {
      var root = document.adoptNode(new DOMParser().parseFromString(text, "text/html").querySelector("[data-flow]"));
      var flow = start(root, key, base);
      if (flow.sections.has(link.hash.slice(1))) { flow.first = link.hash.slice(1); }
      link.replaceWith(root);
      lodge(flow, link.hash, walks);
    });
  }

  function startAll() {
    document.querySelectorAll("[data-flow]").forEach(function (root) {
      var flow = start(root, "flow", "");
      if (flow) { live(flow); }
    });
  }

  ways.open = open;
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", startAll); } else { startAll(); }
})();

/* Guided flows: the page is the graph, the address the state. All that is shown follows from #section?node=option&… */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var ways = globalThis.HelpcenterWays;
  /* What a flow needs of its page, and what stands in its templates. */
  var PARTS = {
    notice: ".hc-flow__notice", tools: ".hc-flow__tools", back: "[data-do=back]", restart: "[data-do=restart]",
    whole: "[data-do=whole]", trail: ".hc-trail", list: ".hc-trail ol", step: ".hc-step[id]",
    answer: "template[data-part=answer]", end: "template[data-part=end]", words: "template[data-part=notice]",
  };
  var ANSWER = { item: "li", asked: "li > span", answer: "li > b", change: "li > a" };
  var END = {
    box: ".hc-end", solved: "[data-do=solved]", copy: "[data-do=copy]", field: "textarea",
    status: "[role=status][data-solved][data-copied][data-failed]",
  };
  var WORDS = { words: "[data-dropped][data-skipped][data-moved][data-unused][data-lost][data-comma]" };

  /**
   * What a flow has, whole or not at all.
   * @param {HTMLElement} root
   */
  function partsOf(root) {
    var found = component.parts(root, PARTS);
    var inside = (/** @type {HTMLElement} */ template) => /** @type {HTMLTemplateElement} */ (template).content;
    return {
      ...found,
      answer: component.parts(inside(found.answer), ANSWER).item,
      end: component.parts(inside(found.end), END).box,
      words: component.parts(inside(found.words), WORDS).words,
    };
  }

  /**
   * The sections by id, with the targets and the elements of their links by option.
   * @param {HTMLElement} root
   */
  function sectionsOf(root) {
    /** @type {Flow["sections"]} */
    var sections = new Map();
    /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".hc-step")).forEach((element) => {
      /** @type {FlowSection} */
      var section = {
        element, heading: component.parts(element, { heading: "h2" }).heading, links: new Map(), choices: new Map(),
        isEnd: !element.querySelector(".hc-options"),
      };
      /** @type {NodeListOf<HTMLAnchorElement>} */ (element.querySelectorAll(".hc-options a, .hc-unsolved a"))
        .forEach((link) => {
          var option = link.dataset.option || "not-solved";
          var href = link.getAttribute("href") || "";
          if (href[0] === "#") { // else it leads to another flow
            section.links.set(option, href.slice(1));
            section.choices.set(option, link);
          }
        });
      sections.set(element.id, section);
    });
    return sections;
  }

  /**
   * The section of an id that the page has, as all do that a state names.
   * @param {Flow} flow
   * @param {string} id
   */
  function sectionOf(flow, id) { return /** @type {FlowSection} */ (flow.sections.get(id)); }

  /**
   * @param {Flow} flow
   * @param {string} id
   */
  function titleOf(flow, id) { return component.textOf(sectionOf(flow, id).heading); }

  /**
   * @param {Flow} flow
   * @param {FlowStep} step
   */
  function answerOf(flow, step) {
    return labelOf(/** @type {HTMLElement} */ (sectionOf(flow, step.id).choices.get(step.option)));
  }

  /**
   * The words of a choice, without the hint under them.
   * @param {HTMLElement} choice
   */
  function labelOf(choice) { return component.textOf(choice.querySelector("b") || choice); }

  /**
   * The answers of who chose a platform to the questions that ask for it.
   * @param {Flow} flow
   * @param {string | undefined} platform
   */
  function implied(flow, platform) {
    /** @type {FlowPair[]} */
    var pairs = [];
    flow.sections.forEach((section, id) => {
      section.choices.forEach((link, option) => {
        var tells = (link.dataset.tells || "").split(" ");
        if (platform && tells.includes(platform)) { pairs.push([ways.nodeOf(id), option]); }
      });
    });
    return pairs;
  }

  function chosen() { return document.documentElement.dataset.platform; }

  /** @param {Flow} flow */
  function beginningOf(flow) { return ways.begun(flow.sections, flow.first, implied(flow, chosen())); }

  /**
   * Show where `hash` leads. Only a reader who walks is taken to the new heading, nobody who just opens a page.
   * @param {Flow} flow
   * @param {string} hash
   * @param {boolean} walks
   */
  function show(flow, hash, walks) {
    hash = hash || beginningOf(flow);
    if (hash === flow.shown) { return; }
    var before = flow.state;
    var state = ways.arrive(flow.sections, flow.first, ways.parsed(hash, flow.sections));
    var section = sectionOf(flow, state.at);
    delete sectionOf(flow, before.at).element.dataset.current;
    flow.shown = hash;
    flow.state = state;
    section.element.dataset.current = state.at;
    flow.root.dataset.address =
      new URL(flow.base + ways.written(state.at, ways.pairsOf(state.path)), location.href).href;
    flow.root.toggleAttribute("data-begun", state.at !== flow.first);
    flow.root.toggleAttribute("data-ended", section.isEnd);
    drawChoices(flow, section);
    drawTrail(flow);
    if (section.isEnd) { drawEnd(flow, section); }
    if (!flow.base) { document.title = (state.at === flow.first ? "" : titleOf(flow, state.at) + " · ") + flow.title; }
    // How the address was understood, with answers that it holds for nothing; who goes on from there has been told.
    var isTold = state.notice === "skipped" && before.notice === "skipped";
    var notice = isTold ? "" : (flow.parts.words.dataset[state.notice] || "") + told(flow, "unused", state.unused);
    flow.parts.notice.textContent = notice.trim() + lostOf(flow, before);
    if (walks) { takeTo(flow, section); }
  }

  /**
   * The later answers that an answer given anew has no use for.
   * @param {Flow} flow
   * @param {FlowState} before
   */
  function lostOf(flow, before) {
    var choices = Array.from(sectionOf(flow, before.at).choices.values());
    if (!choices.some((choice) => choice.getAttribute("href") === flow.base + flow.shown)) { return ""; }
    var asked = ways.nodeOf(before.at);
    var kept = ways.pairsOf(flow.state.path).concat(flow.state.rest).map(String);
    var lost = before.rest.filter((pair) => pair[0] !== asked && !kept.includes(String(pair)));
    return told(flow, "lost", lost);
  }

  /**
   * Answers in the words of the page, else as the address has them: ids only, nothing that others could say in our
   * name.
   * @param {Flow} flow
   * @param {string} word
   * @param {FlowPair[]} pairs
   */
  function told(flow, word, pairs) {
    var words = flow.parts.words.dataset;
    var named = pairs.map((pair) => {
      var copies = Array.from(flow.sections.keys()).filter((id) => ways.nodeOf(id) === pair[0]);
      var chosen = copies.map((id) => sectionOf(flow, id).choices.get(pair[1])).find(Boolean);
      var asked = copies.length ? titleOf(flow, copies[0]) : pair[0].slice(0, 40);
      return asked + " " + (chosen ? labelOf(chosen) : (pair[1] || "").slice(0, 40));
    });
    return pairs.length ? words[word] + named.join(words.comma) : "";
  }

  /**
   * @param {Flow} flow
   * @param {FlowSection} section
   */
  function takeTo(flow, section) {
    section.heading.tabIndex = -1;
    section.heading.focus({ preventScroll: true });
    (flow.base ? section.element : document.body).scrollIntoView({ behavior: "instant" });
  }

  /**
   * Every choice leads on with all answers; the one made before is marked.
   * @param {Flow} flow
   * @param {FlowSection} section
   */
  function drawChoices(flow, section) {
    var node = ways.nodeOf(flow.state.at);
    section.choices.forEach((link, option) => {
      var known = implied(flow, link.dataset.tells || chosen());
      link.href = flow.base + ways.answered(flow.sections, flow.state, option, known);
      link.setAttribute("aria-current", String(
        flow.state.rest.some((pair) => pair[0] === node && pair[1] === option)
      ));
    });
  }

  /** @param {Flow} flow */
  function drawTrail(flow) {
    var state = flow.state;
    var parts = flow.parts;
    parts.tools.hidden = state.at === flow.first;
    parts.restart.setAttribute("href", flow.base + beginningOf(flow));
    parts.trail.hidden = parts.back.hidden = !state.path.length;
    parts.list.textContent = "";
    state.path.forEach((step) => {
      var item = /** @type {HTMLElement} */ (parts.answer.cloneNode(true));
      var [asked, answer, change] = Array.from(item.children);
      var address = flow.base + ways.returned(state, step);
      asked.textContent = titleOf(flow, step.id);
      answer.textContent = answerOf(flow, step);
      change.setAttribute("href", address);
      parts.back.setAttribute("href", address);
      change.setAttribute("aria-label", change.textContent + " " + asked.textContent);
      parts.list.append(item);
    });
  }

  /**
   * An end asks whether it helped: its link for who was not helped moves beside the button for who was.
   * @param {Flow} flow
   * @param {FlowSection} section
   */
  function drawEnd(flow, section) {
    section.end = section.end || makeEnd(flow, section.element);
    section.end.status.textContent = "";
    section.end.field.hidden = true;
  }

  /**
   * @param {Flow} flow
   * @param {HTMLElement} element
   * @returns {FlowEnd}
   */
  function makeEnd(flow, element) {
    element.append(flow.parts.end.cloneNode(true));
    var end = component.parts(element, END);
    var unsolved = element.querySelector(".hc-unsolved a");
    if (unsolved) { end.solved.after(unsolved); }
    var field = /** @type {HTMLTextAreaElement} */ (end.field);
    var say = (/** @type {string} */ word) => { end.status.textContent = end.status.dataset[word] || ""; };
    end.solved.onclick = () => { say("solved"); };
    end.copy.onclick = () => {
      // Inside a promise a clipboard that is missing fails like one that is denied.
      new Promise((done) => {
        done(navigator.clipboard.writeText(summary(flow)));
      }).then(() => { say("copied"); }, () => {
        field.value = summary(flow);
        field.hidden = false;
        field.focus();
        field.select();
        say("failed");
      });
    };
    return end;
  }

  /**
   * What happened, for a chat with support.
   * @param {Flow} flow
   */
  function summary(flow) {
    var { title, address } = flow.root.dataset;
    var answers = flow.state.path.map((step) => titleOf(flow, step.id) + " " + answerOf(flow, step));
    return [title, ...answers, titleOf(flow, flow.state.at), address].join("\n");
  }

  /**
   * Digits choose: where the flow has the focus, and on its own page also where nothing else has it.
   * @param {Flow} flow
   * @param {KeyboardEvent} event
   */
  function digit(flow, event) {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var active = document.activeElement || document.body;
    if (!flow.root.contains(active) && (flow.base || !active.contains(flow.root))) { return; }
    /** @type {NodeListOf<HTMLElement>} */
    var options = sectionOf(flow, flow.state.at).element.querySelectorAll(".hc-options a");
    var answer = Array.from(options).filter((option) => option.offsetParent)[Number(event.key) - 1];
    if (answer) {
      event.preventDefault();
      answer.click();
    }
  }

  /**
   * @param {Flow} flow
   * @returns {string | undefined}
   */
  function stored(flow) { return history.state && history.state[flow.key]; }

  /**
   * Note the place beside an address that says something else.
   * @param {Flow} flow
   * @param {"pushState" | "replaceState"} method
   * @param {string} place
   */
  function keep(flow, method, place) { history[method]({ ...history.state, [flow.key]: place }, ""); }

  /**
   * Entries of the history made by others, as by links to parts of the page, do not know the place yet.
   * @param {Flow} flow
   */
  function recall(flow) {
    var place = stored(flow);
    if (place) { show(flow, place, true); } else { keep(flow, "replaceState", flow.shown); }
  }

  /**
   * A flow that has a page for itself lives in the address bar.
   * @param {Flow} flow
   */
  function live(flow) {
    var follow = (/** @type {boolean} */ walks) => {
      var place = document.getElementById(ways.parsed(location.hash, flow.sections).target);
      if (!place || flow.root.contains(place)) { show(flow, location.hash, walks); } else { recall(flow); }
    };
    show(flow, stored(flow) || "", false);
    follow(false);
    addEventListener("hashchange", () => { follow(true); });
  }

  /**
   * Inside another page the address bar is not ours: the place stands in the history beside it.
   * @param {Flow} flow
   * @param {string} hash
   * @param {boolean} walks
   */
  function lodge(flow, hash, walks) {
    flow.root.querySelectorAll("[id]").forEach((named) => { named.removeAttribute("id"); });
    var trail = flow.parts.trail; // one of several, maybe
    trail.setAttribute("aria-label", trail.getAttribute("aria-label") + " " + flow.root.dataset.title);
    flow.root.addEventListener("click", (event) => {
      var target = /** @type {Element} */ (event.target);
      var link = /** @type {HTMLAnchorElement | null} */ (target.closest("a[href^='" + flow.base + "#']"));
      if (!link || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) { return; }
      event.preventDefault();
      keep(flow, "pushState", link.hash);
      recall(flow);
    });
    addEventListener("popstate", () => { recall(flow); });
    addEventListener("hashchange", () => { recall(flow); });
    show(flow, stored(flow) || hash, walks);
    recall(flow);
  }

  /**
   * @param {HTMLElement} root
   * @param {string} key
   * @param {string} base
   * @param {string} [first]
   * @returns {Flow}
   */
  function begin(root, key, base, first) {
    var parts = partsOf(root);
    var sections = sectionsOf(root);
    var start = first && sections.has(first) ? first : parts.step.id;
    var state = ways.arrive(sections, start, { target: "", pairs: [] });
    var flow = { root, key, base, parts, sections, first: start, shown: "", state, title: document.title };
    root.dataset.walking = "";
    document.addEventListener("keydown", (event) => { digit(flow, event); });
    document.addEventListener("platformchange", () => { drawChoices(flow, sectionOf(flow, flow.state.at)); });
    // The second half of a double click would answer a question that nobody has read.
    root.addEventListener("click", (event) => {
      if (event.detail > 1) { event.preventDefault(); event.stopImmediatePropagation(); }
    });
    // What is printed is the place that is shown, unless somebody asks for the whole.
    parts.whole.onclick = () => {
      root.dataset.whole = "";
      print();
    };
    addEventListener("afterprint", () => { delete root.dataset.whole; });
    return flow;
  }

  /**
   * Put the flow that `link` leads to into `card`, in the place of `link`. `key` names it in the history.
   * @param {HTMLElement} card
   * @param {HTMLAnchorElement} link
   * @param {string} key
   * @param {boolean} walks
   */
  function open(card, link, key, walks) {
    var base = (link.getAttribute("href") || "").split("#")[0];
    return fetch(base).then((answer) => answer.text()).then((text) => {
      var page = new DOMParser().parseFromString(text, "text/html");
      var root = document.adoptNode(component.parts(page, { root: "[data-flow]" }).root);
      var flow = begin(root, key, base, link.hash.slice(1));
      link.replaceWith(root);
      lodge(flow, link.hash, walks);
    });
  }

  function start() {
    document.querySelectorAll("[data-flow]:not([data-walking])").forEach((element) => {
      component.attempt("flow", () => { live(begin(/** @type {HTMLElement} */ (element), "flow", "")); });
    });
  }

  globalThis.HelpcenterFlow = { open };
  component.start("flow", start);
})();

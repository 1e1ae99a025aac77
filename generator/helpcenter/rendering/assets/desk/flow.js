/* Agent mode: whoever is chosen and stands in a flow, the way goes on from there by keys. Digits choose, Backspace goes
   back. Every place on the way is an answer of the desk, with the address of exactly that state. */
(function (desk) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var trips = globalThis.HelpcenterTrips;
  var ways = globalThis.HelpcenterWays;
  var ASKING = ["question", "do"];
  /* The way on, and what the desk shows of it. */
  /** @type {DeskTrip | undefined} */
  var trip;
  /** @type {DeskAnswer | undefined} */
  var shown;
  /* What was chosen in the list before somebody went on from it, and on which platform that was. */
  var origin = "";
  var spoken = "";
  /** Where the way through each flow is, until something else is looked for. @type {Map<string, DeskTrip>} */
  var kept = new Map();
  /** @type {Record<DeskFlowPart, HTMLElement> | undefined} */
  var parts;

  function platform() { return desk.store.platform(); }

  function flows() { return HelpcenterDesk.flows || []; }

  /**
   * A text with its blanks, those that wait for somebody as on public pages.
   * @param {string} text
   */
  function filled(text) {
    return desk.forms.filled(text).replace(/\{\{ *(\w+) *\}\}/g, (typed, name) => {
      var blank = HelpcenterDesk.blanks[name];
      return blank ? blank.mark : typed;
    });
  }

  /**
   * HTML that the build has made, with the blanks of its texts filled in.
   * @param {Element} element
   * @param {string} html
   */
  function put(element, html) {
    var made = new DOMParser().parseFromString(html, "text/html").body;
    var texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) { texts.currentNode.nodeValue = filled(texts.currentNode.nodeValue || ""); }
    element.replaceChildren(...Array.from(made.childNodes));
    return element;
  }

  /**
   * @param {string} tag
   * @param {string} html
   */
  function line(tag, html) { return put(document.createElement(tag), html); }

  /**
   * The words of a line, as the customer's platform has them.
   * @param {string} html
   */
  function said(html) { return component.textOf(line("p", html)).trim(); }

  /**
   * @param {Element[]} inside
   * @param {() => void} action
   */
  function button(inside, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.append(...inside);
    made.addEventListener("click", (event) => {
      if (event.detail < 2) { action(); } // the second half of a double click would answer what nobody has read
    });
    return made;
  }

  /**
   * A place on the way as an answer: what the desk knows of the node, with the address of this state.
   * @param {DeskTrip} at
   * @returns {DeskAnswer}
   */
  function answerAt(at) {
    var state = trips.stateOf(at);
    var { flow } = at;
    var whole = /** @type {DeskAnswer} */ (desk.find(flow.id));
    var address = trips.addressOf(at, platform());
    var title = said(trips.nodeOf(flow, state.at).title);
    var own = desk.find(flow.id + "#" + ways.nodeOf(state.at));
    var known = own || { ...whole, title, reply: title, own: {} };
    var notes = isEnd(at) ? known.notes : [];
    var link = flow.link && flow.link + address;
    return { ...known, notes, link, at: flow.id + "#" + state.at, path: flow.id + "/" + address };
  }

  /** @param {DeskTrip} at */
  function isEnd(at) { return !ASKING.includes(trips.nodeOf(at.flow, trips.stateOf(at).at).kind); }

  /**
   * Go on, with the keys: the heading of what comes is read out.
   * @param {DeskTrip | undefined} next
   */
  function go(next) {
    if (!next) {
      desk.say(desk.words("flow_gone"));
      return;
    }
    trip = next;
    kept.set(next.flow.id, next);
    tell(next);
    desk.parts.title.focus({ preventScroll: true });
  }

  /**
   * Let the desk show a place on the way.
   * @param {DeskTrip} at
   */
  function tell(at) {
    shown = answerAt(at);
    spoken = platform();
    desk.show(shown);
    draw();
  }

  /** @param {string} option */
  function choose(option) {
    var at = /** @type {DeskTrip} */ (trip);
    var [, , tells] = trips.nodeOf(at.flow, trips.stateOf(at).at).options[option] || [];
    var next = trips.chosen(flows(), at, option, platform());
    if (tells && tells.length === 1) {
      desk.store.setPlatform(tells[0]);
      if (desk.parts.platform) { /** @type {HTMLSelectElement} */ (desk.parts.platform).value = tells[0]; }
    }
    go(next);
  }

  function draw() {
    if (!trip || !parts) { return; }
    var state = trips.stateOf(trip);
    var { flow } = trip;
    var node = trips.nodeOf(flow, state.at);
    var [text, leads] = flow.sections[state.at];
    put(parts.question, node.title);
    parts.ahead.hidden = Boolean(shown);
    put(parts.text, flow.texts[text]);
    stand(isEnd(trip));
    drawNotes(isEnd(trip) ? undefined : desk.find(flow.id + "#" + ways.nodeOf(state.at)));
    parts.notice.textContent = state.notice ? desk.words("flow_skipped") : "";
    drawOptions(node, state, leads.map(([option]) => option));
    drawTrail(trip);
  }

  /**
   * A question stands before what can be sent, and an end behind it.
   * @param {boolean} isLast
   */
  function stand(isLast) {
    var { agent, shown: sent } = desk.parts;
    var before = Boolean(agent.compareDocumentPosition(sent) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (isLast && before) { sent.after(agent); }
    if (!isLast && !before) { sent.before(agent); }
  }

  /** @param {DeskAnswer | undefined} known */
  function drawNotes(known) {
    var { notes } = /** @type {NonNullable<typeof parts>} */ (parts);
    var told = known ? known.notes : [];
    notes.textContent = "";
    notes.hidden = !told.length;
    if (told.length) { component.add(notes, "h3", "", desk.words("note_title")); }
    told.forEach(([, text]) => { component.add(notes, "p", "desk-text", text); });
  }

  /** @param {string[]} platforms */
  function onlyFor(platforms) {
    var labels = HelpcenterDesk.platforms.filter(([id]) => platforms.includes(id)).map(([, label]) => label);
    return desk.words("only", { names: labels.join(desk.words("comma")) });
  }

  /**
   * @param {DeskNode} node
   * @param {FlowState} state
   * @param {string[]} offered
   */
  function drawOptions(node, state, offered) {
    var { options } = /** @type {NonNullable<typeof parts>} */ (parts);
    var given = state.rest.find((pair) => pair[0] === ways.nodeOf(state.at));
    options.replaceChildren(...offered.map((option) => {
      var [label, hint, , platforms] = node.options[option];
      var item = document.createElement("li");
      var choice = button([line("b", label)].concat(hint ? [line("small", hint)] : []), () => { choose(option); });
      if (platforms) {
        item.dataset.for = platforms.join(" ");
        if (!platform()) { component.add(choice, "small", "", onlyFor(platforms)); }
      }
      if (given && given[1] === option) { choice.setAttribute("aria-current", "true"); }
      item.append(choice);
      return item;
    }));
  }

  /** @param {DeskTrip} at */
  function drawTrail(at) {
    var { trail, tools } = /** @type {NonNullable<typeof parts>} */ (parts);
    var answers = trips.answersOf(at);
    trail.replaceChildren(...answers.map(({ flow, step, trip: again }) => {
      var { title, options } = trips.nodeOf(flow, step.id);
      var item = document.createElement("li");
      item.append(button([line("span", title), line("b", options[step.option][0])], () => { go(again); }));
      return item;
    }));
    tools.hidden = !answers.length;
  }

  /**
   * What was asked and answered, for a ticket.
   * @param {DeskTrip} at
   */
  function log(at) {
    var rows = trips.answersOf(at).map(({ flow, step }) => {
      var { title, options } = trips.nodeOf(flow, step.id);
      return said(title) + " " + said(options[step.option][0]);
    });
    var { title, link } = answerAt(at);
    return [at.flow.title].concat(rows, title, link).filter(Boolean).join("\n");
  }

  function copyLog() {
    if (!trip) { return false; }
    var text = log(trip);
    desk.copy({ text, blanks: [], lacking: [] }).then((isCopied) => {
      if (isCopied) { desk.say(desk.words("flow_logged")); } else { desk.offer(text); }
    });
    return true;
  }

  function back() {
    var answers = trip ? trips.answersOf(trip) : [];
    if (answers.length) { go(answers[answers.length - 1].trip); } else { desk.parts.field.focus(); }
  }

  function restart() { if (trip) { go(trips.begun(trip.flow, "", platform())); } }

  /**
   * Beside the field digits choose; Alt leads from the field into the flow.
   * @param {KeyboardEvent} event
   */
  function press(event) {
    if (!trip || !parts || event.repeat || event.ctrlKey || event.metaKey) { return false; }
    if (event.altKey) {
      if (event.code === "KeyL") { return copyLog(); }
      if (event.key === "ArrowDown") { go(trip); }
      return event.key === "ArrowDown";
    }
    var active = /** @type {Element} */ (document.activeElement);
    var { title, agent, answer: pane } = desk.parts;
    if (active !== title && active !== pane && !agent.contains(active)) { return false; }
    var choices = Array.from(parts.options.querySelectorAll("button")).filter((one) => one.offsetParent);
    var choice = choices[Number(event.key) - 1];
    if (choice) {
      choice.click();
    } else if (event.key === "Backspace") {
      back();
    } else if (event.key === "0") {
      restart();
    } else if (event.key === "Enter" && active === title) {
      desk.copyShown(event.shiftKey ? "whole" : undefined);
    } else {
      return /^[1-9]$/.test(event.key); // a digit that is offered no more is no word for the field
    }
    return true;
  }

  /** @param {HTMLElement} place */
  function prepare(place) {
    var found = component.parts(place, {
      ahead: "[data-part=flow-ahead]", question: "[data-part=flow-question]",
      notes: "[data-part=flow-notes]", text: "[data-part=flow-text]", options: "[data-part=flow-options]",
      notice: "[data-part=flow-notice]", tools: "[data-part=flow-tools]", trail: "[data-part=flow-trail]",
    });
    desk.parts.title.tabIndex = -1;
    place.querySelectorAll("[data-do]").forEach((element) => {
      var action = { back, restart, log: copyLog }[/** @type {"back"} */ (element.getAttribute("data-do"))];
      element.addEventListener("click", action);
    });
    desk.parts.blanks.addEventListener("input", draw);
    document.addEventListener("input", (event) => {
      if (event.target === desk.parts.field) { kept.clear(); } // the next customer, before the list is made
    }, true);
    return found;
  }

  /**
   * What is chosen stands in a flow, or not. What this mode shows itself is no choice.
   * @param {HTMLElement} place
   * @param {DeskAnswer} [answer]
   */
  function show(place, answer) {
    if (answer && answer === shown) { return; }
    if (answer && shown && trip && answer.id === origin && platform() !== spoken) {
      tell(trip); // the list was made anew in the words of another platform
      return;
    }
    var [id, node] = answer ? answer.id.split("#") : [""];
    var flow = flows().find((one) => one.id === id);
    place.hidden = !flow;
    shown = trip = undefined;
    origin = answer ? answer.id : "";
    if (!flow) { return; }
    parts = parts || prepare(place);
    if (answer && ASKING.includes(answer.kind)) { desk.parts.notes.hidden = true; } // they stand here
    trip = node ? trips.begun(flow, node, platform()) : kept.get(id) || trips.begun(flow, "", platform());
    draw();
  }

  desk.components.push({ name: "flow", show, press });
})(globalThis.HelpcenterDeskApp);

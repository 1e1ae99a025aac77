/* Walks through flows at the desk, over the data of the desk and by the ways of their pages; knows no page.
   A trip is a flow, an address in it and the trip that led there, with the option by which that was left. */
(function () {
  "use strict";

  var ways = globalThis.HelpcenterWays;
  /** @type {WeakMap<DeskFlow, FlowSections>} */
  var known = new WeakMap();
  /** @type {WeakMap<DeskTrip, FlowArrival>} */
  var states = new WeakMap();

  /**
   * The sections of a flow with their ways inside it.
   * @param {DeskFlow} flow
   * @returns {FlowSections}
   */
  function sectionsOf(flow) {
    var found = known.get(flow) || new Map();
    if (!known.has(flow)) {
      Object.entries(flow.sections).forEach(([id, section]) => {
        found.set(id, { links: new Map(section[1].filter(([, to]) => to[0] !== ">")) });
      });
      known.set(flow, found);
    }
    return found;
  }

  /**
   * @param {DeskFlow} flow
   * @param {string} id
   */
  function nodeOf(flow, id) { return flow.nodes[ways.nodeOf(id)]; }

  /**
   * The answers of who chose a platform to the questions that ask for it.
   * @param {DeskFlow} flow
   * @param {string} platform
   */
  function implied(flow, platform) {
    /** @type {FlowPair[]} */
    var pairs = [];
    if (!platform) { return pairs; }
    Object.entries(flow.nodes).forEach(([node, { options }]) => {
      Object.entries(options).forEach(([option, [, , tells]]) => {
        if (tells && tells.includes(platform)) { pairs.push([node, option]); }
      });
    });
    return pairs;
  }

  /**
   * A trip to a node, or from the start of a flow.
   * @param {DeskFlow} flow
   * @param {string} node
   * @param {string} platform
   * @param {DeskTrip} [before]
   * @returns {DeskTrip}
   */
  function begun(flow, node, platform, before) {
    var pairs = implied(flow, platform);
    var address = node ? ways.written(node, pairs) : ways.begun(sectionsOf(flow), flow.start, pairs);
    return { flow, address, before };
  }

  /**
   * What an address says that was written here; those of chats need more care.
   * @param {string} address
   * @returns {FlowAsked}
   */
  function read(address) {
    var [target, answers] = address.slice(1).split("?");
    return { target, pairs: answers ? answers.split("&").map((pair) => pair.split("=")) : [] };
  }

  /** @param {DeskTrip} trip */
  function stateOf(trip) {
    var state = states.get(trip) || ways.arrive(sectionsOf(trip.flow), trip.flow.start, read(trip.address));
    states.set(trip, state);
    return state;
  }

  /**
   * The trip after an answer; nothing where that leads to a flow which is not here.
   * @param {DeskFlow[]} flows
   * @param {DeskTrip} trip
   * @param {string} option
   * @param {string} platform
   * @returns {DeskTrip | undefined}
   */
  function chosen(flows, trip, option, platform) {
    var { flow, before } = trip;
    var state = stateOf(trip);
    var [, to] = flow.sections[state.at][1].find((way) => way[0] === option) || ["", ""];
    if (to[0] === ">") {
      var [id, node] = to.slice(1).split("#");
      var other = flows.find((one) => one.id === id);
      return other && begun(other, node || "", platform, Object.assign({}, trip, { left: option }));
    }
    var [, , tells] = nodeOf(flow, state.at).options[option] || [];
    var own = implied(flow, (tells || []).join(" ") || platform); // as the links of its page have it
    return to ? { flow, address: ways.answered(sectionsOf(flow), state, option, own), before } : undefined;
  }

  /**
   * All answers of a trip in their order, with those in the flows before: whose trip, where it was given, and which.
   * @param {DeskTrip} trip
   * @returns {TripAnswer[]}
   */
  function answersOf(trip) {
    var { before } = trip;
    var state = stateOf(trip);
    var own = state.path.map((step) => ({ flow: trip.flow, step, trip: returned(trip, state, step) }));
    if (!before) { return own; }
    var step = { id: stateOf(before).at, option: before.left || "" };
    return answersOf(before).concat([{ flow: before.flow, step, trip: before }], own);
  }

  /**
   * The trip to a question that is to be answered again; its later answers wait.
   * @param {DeskTrip} trip
   * @param {FlowState} state
   * @param {FlowStep} step
   * @returns {DeskTrip}
   */
  function returned(trip, state, step) {
    return { flow: trip.flow, address: ways.returned(state, step), before: trip.before };
  }

  /**
   * The address of exactly this state on the page of the flow, from its `?` or `#` on.
   * @param {DeskTrip} trip
   * @param {string} platform
   */
  function addressOf(trip, platform) {
    var state = stateOf(trip);
    var query = platform && trip.flow.differs ? "?platform=" + platform : "";
    return query + ways.written(state.at, ways.pairsOf(state.path));
  }

  globalThis.HelpcenterTrips = { nodeOf, begun, stateOf, chosen, answersOf, addressOf };
})();

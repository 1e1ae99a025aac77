/* Where answers lead in a guided flow, as in helpcenter/flow/replay.py; knows no page.
   A section has in `links` for each option the id it leads to; before a `~` its own id names its question. */
(function () {
  "use strict";

  /** @param {string} id */
  function nodeOf(id) { return id.slice(0, (id + "~").indexOf("~")); }

  /* What chats and counters hang on addresses; no id of ours has a capital or a low line. */
  var FOREIGN = new RegExp("^(|.*[^a-z0-9~-].*|rd|from|isappinstalled|(sub)?scene|clicktime|enterid|nsukey|sharer?" +
    "|spm|timestamp|(g|fb)clid|msclkid)$");

  /**
   * As typed, where a half-cut character cannot be decoded.
   * @param {string} hash
   */
  function decoded(hash) {
    try { return decodeURIComponent(hash); } catch (error) {
      return hash.replace(/%([2-7][\da-f])/gi, (code, digits) => String.fromCharCode(parseInt(digits, 16)));
    }
  }

  /**
   * An id without what was typed behind it: 。 or ）.
   * @param {string} text
   */
  function idOf(text) { return text.replace(/[^\w~-][^]*/, ""); }

  /**
   * The section that an address names, and its answers as pairs of node and option. Chats encode it, once or twice,
   * and append to it; what means nothing here is not there.
   * @param {string} hash
   * @param {FlowSections} sections
   * @returns {FlowAsked}
   */
  function parsed(hash, sections) {
    var nodes = new Set(Array.from(sections.keys(), nodeOf));
    var isOurs = (/** @type {string} */ name) => nodes.has(nodeOf(name)) || !FOREIGN.test(name);
    var places = decoded(decoded(hash)).replace(/&(amp;)+/g, "&").split("#")
      .map((place) => place.replace(/^[!/]+/, "").split(/[?&]/));
    var place = places.find((parts) => parts.length > 1 || isOurs(idOf(parts[0]))) || [""];
    var target = idOf(place[0]);
    var pairs = place.slice(1).map((pair) => pair.split("=").map(idOf));
    return {
      target: isOurs(target) ? target : "",
      pairs: pairs.filter((pair) => isOurs(pair[0])),
    };
  }

  /**
   * @param {string} id
   * @param {FlowPair[]} pairs
   */
  function written(id, pairs) {
    return "#" + id + (pairs.length ? "?" + pairs.map((pair) => pair.join("=")).join("&") : "");
  }

  /**
   * @param {FlowStep[]} path
   * @returns {FlowPair[]}
   */
  function pairsOf(path) { return path.map((step) => [nodeOf(step.id), step.option]); }

  /**
   * Where the options of a section lead; ids come from the page, so it has them.
   * @param {FlowSections} sections
   * @param {string} id
   */
  function linksOf(sections, id) {
    return /** @type {{ links: Map<string, string> }} */ (sections.get(id)).links;
  }

  /**
   * Walk as far as `pairs` lead; each question takes the next of its answers that it offers.
   * @param {FlowSections} sections
   * @param {string} at
   * @param {FlowPair[]} pairs
   * @returns {FlowState}
   */
  function walk(sections, at, pairs) {
    /** @type {FlowStep[]} */
    var path = [];
    var rest = pairs.slice();
    var isNext = (/** @type {FlowPair} */ pair) => pair[0] === nodeOf(at);
    for (var next = rest.findIndex(isNext); next >= 0; next = rest.findIndex(isNext)) {
      var option = rest.splice(next, 1)[0][1];
      var to = linksOf(sections, at).get(option);
      if (to) {
        path.push({ id: at, option });
        at = to;
      }
    }
    return { at, path, rest, notice: "" };
  }

  /**
   * Stop a walk where it last came by its target; the answers from there on wait.
   * @param {FlowState} state
   * @param {(id: string) => boolean} isTarget
   * @returns {FlowState}
   */
  function stopped(state, isTarget) {
    var stop = state.path.map((step) => isTarget(step.id)).lastIndexOf(true);
    if (stop < 0 || isTarget(state.at)) { return state; }
    var rest = pairsOf(state.path.slice(stop)).concat(state.rest);
    return { at: state.path[stop].id, path: state.path.slice(0, stop), rest, notice: "" };
  }

  /**
   * The nearest section at or after `from` that is wanted, if there is one.
   * @param {FlowSections} sections
   * @param {string} from
   * @param {(id: string) => unknown} isWanted
   */
  function nearest(sections, from, isWanted) {
    var seen = new Set([from]);
    for (var id of seen) {
      if (isWanted(id)) { return id; }
      linksOf(sections, id).forEach((to) => { seen.add(to); });
    }
    return undefined;
  }

  /**
   * @param {FlowSections} sections
   * @param {string} id
   * @param {FlowPair} pair
   */
  function offers(sections, id, pair) { return linksOf(sections, id).has(pair[1]) && nodeOf(id) === pair[0]; }

  /**
   * Over a gap in the answers: to the question of a waiting one on a way to the target, else to the target.
   * @param {FlowSections} sections
   * @param {FlowState} state
   * @param {(id: string) => boolean} isTarget
   */
  function leap(sections, state, isTarget) {
    var goal = nearest(sections, state.at, isTarget);
    for (var pair of goal ? state.rest : []) {
      var id = nearest(sections, state.at, (id) => offers(sections, id, pair) && nearest(sections, id, isTarget));
      if (id && id !== state.at) { return id; }
    }
    return goal;
  }

  /**
   * Where an address leads, without the answers that nothing asks for from there on: they are `unused`.
   * @param {FlowSections} sections
   * @param {string} first
   * @param {FlowAsked} asked
   * @returns {FlowArrival}
   */
  function arrive(sections, first, asked) {
    var ids = Array.from(sections.keys());
    var isKnown = (/** @type {FlowPair} */ pair) => ids.some((id) => offers(sections, id, pair));
    var state = led(sections, first, asked, asked.pairs.filter(isKnown));
    var isAhead = (/** @type {FlowPair} */ pair) => nearest(sections, state.at, (id) => offers(sections, id, pair));
    var waiting = state.rest.filter(isAhead);
    var unused = state.rest.filter((pair) => !waiting.includes(pair));
    return Object.assign(state, {
      rest: waiting, unused: asked.pairs.filter((pair) => !isKnown(pair)).concat(unused),
    });
  }

  /**
   * Along the answers, over gaps, else to the nearest place. The answers choose among copies of a question; one that
   * is offered no more ends the walk there.
   * @param {FlowSections} sections
   * @param {string} first
   * @param {FlowAsked} asked
   * @param {FlowPair[]} known
   * @returns {FlowState}
   */
  function led(sections, first, asked, known) {
    var walked = walk(sections, first, known);
    var way = walked.path.map((step) => step.id).concat(walked.at);
    var isSame = (/** @type {string} */ id) => id === asked.target;
    var isCopy = (/** @type {string} */ id) => nodeOf(id) === nodeOf(asked.target);
    var isTarget = way.some(isSame) || (sections.has(asked.target) && !way.some(isCopy)) ? isSame : isCopy;
    var state = stopped(walked, isTarget);
    if (known.length < asked.pairs.length) {
      state.notice = "dropped";
      return state;
    }
    while (asked.target && !isTarget(state.at)) {
      var next = leap(sections, state, isTarget);
      if (!next) {
        state.notice = "moved";
        return state;
      }
      var after = stopped(walk(sections, next, state.rest), isTarget);
      state = { at: after.at, path: state.path.concat(after.path), rest: after.rest, notice: "skipped" };
    }
    return state;
  }

  /**
   * The address where a flow begins for who has given some answers elsewhere.
   * @param {FlowSections} sections
   * @param {string} first
   * @param {FlowPair[]} implied
   */
  function begun(sections, first, implied) {
    var after = walk(sections, first, implied);
    return written(after.at, pairsOf(after.path));
  }

  /**
   * The address after an answer: later ones that still hold are kept, the others dropped. What is `implied` is not
   * asked.
   * @param {FlowSections} sections
   * @param {FlowState} state
   * @param {string} option
   * @param {FlowPair[]} implied
   */
  function answered(sections, state, option, implied) {
    var node = nodeOf(state.at);
    var given = state.rest.find((pair) => pair[0] === node);
    var later = state.rest.filter((pair) => pair !== given).concat(implied);
    var next = /** @type {string} */ (linksOf(sections, state.at).get(option));
    var after = walk(sections, next, later);
    return written(after.at, pairsOf(state.path).concat([[node, option]], pairsOf(after.path)));
  }

  /**
   * The address of a question to answer again; all answers wait there.
   * @param {FlowState} state
   * @param {FlowStep} step
   */
  function returned(state, step) {
    return written(step.id, pairsOf(state.path).concat(state.rest));
  }

  globalThis.HelpcenterWays = { nodeOf, parsed, written, pairsOf, arrive, begun, answered, returned };
})();

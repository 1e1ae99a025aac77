/* Where answers lead in a guided flow, as in helpcenter/flow/replay.py; knows no page.
   A section has in `links` for each option the id it leads to; before a `~` its own id names its question. */
(function () {
  "use strict";

  function nodeOf(id) { return id.split("~")[0]; }

  /* What chats and counters hang on addresses; no id of ours has a capital or a low line. */
  var FOREIGN = /^(|.*[^a-z0-9~-].*|rd|from|isappinstalled|(sub)?scene|clicktime|enterid|nsukey|sharer?|spm|timestamp|(g|fb)clid|msclkid)$/;

  /* As typed, where a half-cut character cannot be decoded. */
  function decoded(hash) {
    try { return decodeURIComponent(hash); } catch (error) {
      return hash.replace(/%([2-7][\da-f])/gi, function (code, digits) { return String.fromCharCode(parseInt(digits, 16)); });
    }
  }

  /* An id without what was typed behind it: 。 or ）. */
  function idOf(text) { return /^[\w~-]*/.exec(text || "")[0]; }

  /* The section that an address names, and its answers as pairs of node and option. Chats encode it, once or twice,
     and append to it; what means nothing here is not there. */
  function parsed(hash, sections) {
    var nodes = new Set(Array.from(sections.keys(), nodeOf));
    var isOurs = function (name) { return nodes.has(nodeOf(name)) || !FOREIGN.test(name); };
    var places = decoded(decoded(hash)).replace(/&(amp;)+/g, "&").split("#").map(function (place) {
      return place.replace(/^[!/]+/, "").split(/[?&]/);
    });
    var place = places.find(function (parts) { return parts.length > 1 || isOurs(idOf(parts[0])); }) || [""];
    var target = idOf(place[0]);
    var pairs = place.slice(1).map(function (pair) { return pair.split("=").map(idOf); });
    return {
      target: isOurs(target) ? target : "",
      pairs: pairs.filter(function (pair) { return isOurs(pair[0]); }),
    };
  }

  function written(id, pairs) {
    return "#" + id + (pairs.length ? "?" + pairs.map(function (pair) { return pair.join("="); }).join("&") : "");
  }

  function pairsOf(path) {
    return path.map(function (step) { return [nodeOf(step.id), step.option]; });
  }

  /* Walk as far as `pairs` lead; each question takes the next of its answers that it offers. */
  function walk(sections, at, pairs) {
    var path = [];
    var rest = pairs.slice();
    var isNext = function (pair) { return pair[0] === nodeOf(at); };
    for (var next = rest.findIndex(isNext); next >= 0; next = rest.findIndex(isNext)) {
      var option = rest.splice(next, 1)[0][1];
      var to = sections.get(at).links.get(option);
      if (to) {
        path.push({ id: at, option: option });
        at = to;
      }
    }
    return { at: at, path: path, rest: rest, notice: "" };
  }

  /* Stop a walk where it last came by its target; the answers from there on wait. */
  function stopped(state, isTarget) {
    var stop = state.path.map(function (step) { return isTarget(step.id); }).lastIndexOf(true);
    if (stop < 0 || isTarget(state.at)) { return state; }
    var rest = pairsOf(state.path.slice(stop)).concat(state.rest);
    return { at: state.path[stop].id, path: state.path.slice(0, stop), rest: rest, notice: "" };
  }

  /* The nearest section at or after `from` that is wanted, if there is one. */
  function nearest(sections, from, isWanted) {
    var seen = new Set([from]);
    for (var id of seen) {
      if (isWanted(id)) { return id; }
      sections.get(id).links.forEach(function (to) { seen.add(to); });
    }
    return undefined;
  }

  function offers(sections, id, pair) { return nodeOf(id) === pair[0] && sections.get(id).links.has(pair[1]); }

  /* Over a gap in the answers: to the question of a waiting one on a way to the target, else to the target. */
  function leap(sections, state, isTarget) {
    var goal = nearest(sections, state.at, isTarget);
    for (var pair of goal ? state.rest : []) {
      var id = nearest(sections, state.at, function (id) {
        return offers(sections, id, pair) && nearest(sections, id, isTarget);
      });
      if (id && id !== state.at) { return id; }
    }
    return goal;
  }

  /* Where an address leads, without the answers that nothing asks for from there on: they are `unused`. */
  function arrive(sections, first, asked) {
    var ids = Array.from(sections.keys());
    var isKnown = function (pair) { return ids.some(function (id) { return offers(sections, id, pair); }); };
    var state = led(sections, first, asked, asked.pairs.filter(isKnown));
    var isAhead = function (pair) { return nearest(sections, state.at, function (id) { return offers(sections, id, pair); }); };
    var waiting = state.rest.filter(isAhead);
    state.unused = asked.pairs.filter(function (pair) { return !isKnown(pair); }).concat(
      state.rest.filter(function (pair) { return waiting.indexOf(pair) < 0; }));
    state.rest = waiting;
    return state;
  }

  /* Along the answers, over gaps, else to the nearest place. The answers choose among copies of a question; one that
     is offered no more ends the walk there. */
  function led(sections, first, asked, known) {
    var walked = walk(sections, first, known);
    var way = walked.path.map(function (step) { return step.id; }).concat(walked.at);
    var isSame = function (id) { return id === asked.target; };
    var isCopy = function (id) { return nodeOf(id) === nodeOf(asked.target); };
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

  /* The address after an answer: later ones that still hold are kept, the others dropped. */
  function answered(sections, state, option) {
    var node = nodeOf(state.at);
    var given = state.rest.find(function (pair) { return pair[0] === node; });
    var later = state.rest.filter(function (pair) { return pair !== given; });
    var after = walk(sections, sections.get(state.at).links.get(option), later);
    return written(after.at, pairsOf(state.path).concat([[node, option]], pairsOf(after.path)));
  }

  /* The address of a question to answer again; all answers wait there. */
  function returned(state, step) {
    return written(step.id, pairsOf(state.path).concat(state.rest));
  }

  window.helpcenterFlow = {
    nodeOf: nodeOf, parsed: parsed, written: written, pairsOf: pairsOf, arrive: arrive, answered: answered, returned: returned,
  };
})();

/* Where answers lead in a guided flow; knows no page. The same as generator/flow/replay.py says of the flow itself.
   A section has an id, the node that it is a copy of, and in `links` for each option the id it leads to. */
(function () {
  "use strict";

  function nodeOf(id) { return id.split("~")[0]; }

  /* What an address says: the section it names, and its answers as pairs of node and option. Chats encode it. */
  function parsed(hash) {
    try { hash = decodeURIComponent(hash); } catch (error) { /* as typed */ }
    var parts = hash.replace(/^#/, "").split("?");
    var pairs = (parts[1] || "").split("&").filter(Boolean).map(function (pair) { return pair.split("="); });
    return { target: parts[0], pairs: pairs };
  }

  function written(id, pairs) {
    return "#" + id + (pairs.length ? "?" + pairs.map(function (pair) { return pair.join("="); }).join("&") : "");
  }

  function pairsOf(path) {
    return path.map(function (step) { return [nodeOf(step.id), step.option]; });
  }

  /* Walk from `at` as far as `pairs` lead; each question takes the next of its answers that it offers. */
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

  /* The nearest section at or after `from` that is wanted, breadth first; undefined when there is none. */
  function nearest(sections, from, isWanted) {
    var seen = new Set([from]);
    for (var id of seen) {
      if (isWanted(id)) { return id; }
      sections.get(id).links.forEach(function (to) { seen.add(to); });
    }
    return undefined;
  }

  function offers(sections, id, pair) { return nodeOf(id) === pair[0] && sections.get(id).links.has(pair[1]); }

  /* Over a gap in the answers: to the question of a waiting one that is on a way to the target, else to the target. */
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

  /* Where an address leads: to the place of its answers, over gaps where some are missing, else to the nearest one.
     An answer that the flow does not offer any more ends the walk where it would be given. */
  function arrive(sections, first, asked) {
    var ids = Array.from(sections.keys());
    var known = asked.pairs.filter(function (pair) { return ids.some(function (id) { return offers(sections, id, pair); }); });
    var exact = sections.has(asked.target);
    var isTarget = function (id) { return exact ? id === asked.target : nodeOf(id) === nodeOf(asked.target); };
    var state = stopped(walk(sections, first, known), isTarget);
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

  /* The address after one more answer: later answers that still hold are kept, the others dropped. */
  function answered(sections, state, option) {
    var node = nodeOf(state.at);
    var given = state.rest.find(function (pair) { return pair[0] === node; });
    var later = state.rest.filter(function (pair) { return pair !== given; });
    var after = walk(sections, sections.get(state.at).links.get(option), later);
    return written(after.at, pairsOf(state.path).concat([[node, option]], pairsOf(after.path)));
  }

  /* The address of a question that was answered already; all answers wait there. */
  function returned(state, step) {
    return written(step.id, pairsOf(state.path).concat(state.rest));
  }

  window.helpcenterFlow = {
    nodeOf: nodeOf, parsed: parsed, written: written, pairsOf: pairsOf, arrive: arrive, answered: answered, returned: returned,
  };
})();

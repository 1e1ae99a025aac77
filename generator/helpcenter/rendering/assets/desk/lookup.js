/* What fits to what was typed: pins by their digit, ids, their initials and those of pinyin first, then what the site's
   own search finds. All of the index is in the page, so that nothing is waited for. */
(function (desk, search) {
  "use strict";

  var SHOWN = 20;
  var DIRECT = 6;
  var WEAKEST = 0.2;
  /* Who asks is most often a common reader: what is said to others alone counts less. */
  var TO_OTHERS = 0.8;
  var START = 2;
  var INSIDE = 4;
  /** @type {SearchEngine | undefined} */
  var engine;
  /** @type {Map<string, DeskAnswer>} */
  var byId = new Map();

  /* The index comes behind the page, its last piece is that of fuzzy matching. */
  search.take = function (name, piece) {
    if (name === "index") { engine = new search.Engine(/** @type {SearchData} */ (piece)); }
    if (engine) { engine.add(name, piece); }
    if (name === "fuzzy" && desk.parts) { desk.look(); }
  };

  /** @param {string} id */
  function find(id) {
    if (!byId.size) { HelpcenterDesk.answers.forEach((answer) => { byId.set(answer.id, answer); }); }
    return byId.get(id);
  }

  /**
   * @param {string[]} ids
   * @returns {DeskAnswer[]}
   */
  function all(ids) { return /** @type {DeskAnswer[]} */ (ids.map(find).filter(Boolean)); }

  /**
   * How well an answer is called as was typed: the less the better, none where it is not.
   * @param {DeskAnswer} answer
   * @param {string} typed
   */
  function nearness(answer, typed) {
    var names = answer.id.split("#").slice(-1).concat(answer.id);
    var words = names.map((name) => name.split(/[-#]/).map((word) => word[0]).join(""));
    var steps = [
      names.includes(typed), answer.codes.includes(typed),
      names.some((name) => name.startsWith(typed)), words.includes(typed),
      answer.codes.some((code) => code.startsWith(typed)),
      typed.length >= INSIDE && names.some((name) => name.includes("-" + typed)),
      typed.length >= INSIDE && answer.codes.some((code) => code.includes(typed)),
    ];
    return steps.indexOf(true);
  }

  /**
   * @param {string} query
   * @returns {DeskAnswer[]}
   */
  function direct(query) {
    var typed = query.toLowerCase().replace(/^#/, "");
    if (/^[1-9]$/.test(typed)) { return all(desk.store.load().pins.slice(+typed - 1, +typed)); }
    if (typed.length < START || !/^[a-z0-9#-]+$/.test(typed)) { return []; }
    return HelpcenterDesk.answers.map((answer) => ({ answer, step: nearness(answer, typed) }))
      .filter(({ step }) => step >= 0).sort((one, other) => one.step - other.step)
      .slice(0, DIRECT).map(({ answer }) => answer);
  }

  /** @param {DeskAnswer} answer */
  function isForReaders(answer) {
    return !HelpcenterDesk.readers || answer.audience.includes(HelpcenterDesk.readers);
  }

  /**
   * What the search finds: in the order of its entries the answers stand.
   * @param {string} query
   * @returns {{ answers: DeskAnswer[], marks: string[], weak: boolean }}
   */
  function searched(query) {
    if (!engine) { return { answers: [], marks: [], weak: false }; }
    var found = engine.search(query, 2 * SHOWN);
    var hits = found.hits.map(({ entry, score, exact }) => {
      var answer = HelpcenterDesk.answers[entry];
      return { answer, exact, score: score * (isForReaders(answer) ? 1 : TO_OTHERS) };
    }).sort((one, other) => other.exact - one.exact || other.score - one.score);
    var answers = hits.filter(({ score }) => score >= hits[0].score * WEAKEST).map(({ answer }) => answer);
    return { answers, marks: engine.marks(found.groups), weak: found.weak };
  }

  /** Pinned answers, recent ones, and the first of all where there are few. */
  function usual() {
    var { pins, recent } = desk.store.load();
    var first = HelpcenterDesk.answers.filter((answer) => !answer.id.includes("#")).slice(0, SHOWN);
    return [...new Set([...all(pins), ...all(recent), ...first])].slice(0, Math.max(SHOWN, pins.length));
  }

  /**
   * @param {string} typed
   * @returns {DeskFound}
   */
  function lookup(typed) {
    var query = typed.trim();
    var start = performance.now();
    var own = query ? direct(query) : usual();
    var found = query ? searched(query) : { answers: [], marks: [], weak: false };
    var answers = [...new Set([...own, ...found.answers])].slice(0, Math.max(SHOWN, own.length));
    return {
      answers, marks: found.marks, weak: found.weak && !own.length, waits: !engine, took: performance.now() - start,
    };
  }

  desk.find = find;
  desk.all = all;
  desk.lookup = lookup;
})(globalThis.HelpcenterDeskApp, globalThis.HelpcenterSearch);

/* The search engine: ranks entries for a query with the pieces of the index that have arrived, and says which pieces
   it misses. Knows no page and loads nothing, so that browsers and Node run the same. The index and its form come from
   generator/search/. */
(function (root) {
  "use strict";

  /* What a term of the query counts, by how it was found. */
  var WEIGHTS = { character: 0.35, word: 1, pair: 0.5, long: 0.8, latin: 1, sound: 0.8, edit: 0.6, prefix: 0.6 };
  var HAN = /[\u3400-\u9fff\uf900-\ufaff]+/g;
  var LATIN = /[a-z0-9]+(?:[.-][0-9]+)*/g;
  var LONGEST_QUERY = 200;
  var LONGEST_TERM = 4;
  var LIKELY_SOUNDS = 8;
  var PREFIXES = 20;

  function stem(word) {
    if (/\d/.test(word)) { return word; }
    var size = word.length;
    if (size > 4 && word.endsWith("ies")) { return word.slice(0, -3) + "y"; }
    if (size > 5 && word.endsWith("ing")) {
      word = word.slice(0, -3);
    } else if (size > 4 && word.endsWith("ed")) {
      word = word.slice(0, -2);
    } else if (size > 4 && /[sxzh]es$/.test(word)) {
      return word.slice(0, -2);
    } else if (size > 3 && /[^su]s$/.test(word)) {
      return word.slice(0, -1);
    }
    if (word.length > 3 && /([^lsz])\1$/.test(word)) { word = word.slice(0, -1); }
    return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  function isHan(term) { return term >= "\u3400"; }

  /* A number as `number` in generator/search/packing.py writes it. */
  function number(text, place) {
    var code = text.charCodeAt(place);
    if (code >= 0xe000) { code -= 0x800; }
    return code > 92 ? code - 36 : code - 35;
  }

  /* The terms of a piece, each with its rarity and where its postings begin. */
  function unpacked(piece) {
    var terms = new Map();
    var term = "";
    var title = 0;
    var text = 0;
    (piece.t.match(/[A-P][^A-P]*/g) || []).forEach(function (part, place) {
      term = term.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      var rarity = number(piece.i, place);
      var found = { piece: piece, rarity: (rarity >> 1) / 8, word: rarity % 2 === 1, title: title, text: text };
      found.titles = number(piece.ct, place);
      found.texts = number(piece.cb, place);
      terms.set(term, found);
      title += found.titles;
      text += found.texts;
    });
    return terms;
  }

  function eachPosting(distances, impacts, start, count, visit) {
    var entry = -1;
    for (var place = start; place < start + count; place++) {
      entry += number(distances, place);
      visit(entry, (impacts.charCodeAt(place) - 97) / 15);
    }
  }

  /* Whether one letter more, less, other or swapped makes the two words the same. */
  function isOneEdit(one, other) {
    if (one.length < other.length) { return isOneEdit(other, one); }
    var gap = one.length - other.length;
    var start = 0;
    while (start < other.length && one[start] === other[start]) { start++; }
    if (gap > 1) { return false; }
    if (one.slice(start + 1) === other.slice(start + 1 - gap)) { return true; }
    var swapped = one[start] === other[start + 1] && one[start + 1] === other[start];
    return gap === 0 && swapped && one.slice(start + 2) === other.slice(start + 2);
  }

  function Engine(index) {
    this.size = index.size;
    this.shards = index.shards || null;
    this.pieces = new Map();
    this.missing = new Set();
    this.sounds = null;
    this.folds = null;
    this.byFirst = new Map();
    if (index.terms) { this.add("index", index.terms); }
  }

  /* Take a piece that has arrived: terms, or the table of sounds or of folded characters. */
  Engine.prototype.add = function (name, piece) {
    this.byFirst = new Map();
    if (name === "sounds") {
      this.sounds = soundsOf(piece);
    } else if (name === "folds") {
      this.folds = new Map((piece.match(/[^]{2}/g) || []).map(function (pair) { return Array.from(pair); }));
    } else {
      this.pieces.set(name, unpacked(piece));
    }
  };

  /* "a阿啊 ai爱哀" to characters by sound and sounds by character. */
  function soundsOf(text) {
    var characters = new Map();
    var sounds = new Map();
    text.split(" ").forEach(function (group) {
      var sound = group.match(/^[a-z]*/)[0];
      var own = Array.from(group.slice(sound.length));
      characters.set(sound, own);
      own.forEach(function (char) { sounds.set(char, (sounds.get(char) || []).concat(sound)); });
    });
    return { characters: characters, sounds: sounds };
  }

  /* The pieces that may hold `term`; one that has not arrived is noted as missing. */
  Engine.prototype.piecesFor = function (term) {
    if (!this.shards) { return Array.from(this.pieces.values()); }
    var low = 0;
    for (var high = this.shards.length; high - low > 1;) {
      var middle = (low + high) >> 1;
      if (this.shards[middle] <= term) { low = middle; } else { high = middle; }
    }
    var found = this.need("terms" + low, this.pieces.get("terms" + low));
    return found ? [found] : [];
  };

  Engine.prototype.need = function (name, piece) {
    if (!piece) { this.missing.add(name); }
    return piece;
  };

  /* Everything known of a term, one item for each piece that holds it. */
  Engine.prototype.find = function (term) {
    return this.piecesFor(term).map(function (piece) { return piece.get(term); }).filter(Boolean);
  };

  /* All terms that begin with `start`, one character, in the pieces that have arrived. */
  Engine.prototype.beginning = function (start) {
    if (!this.byFirst.has(start)) {
      var found = new Set();
      this.piecesFor(start).forEach(function (piece) {
        piece.forEach(function (value, term) { if (term[0] === start) { found.add(term); } });
      });
      this.byFirst.set(start, Array.from(found));
    }
    return this.byFirst.get(start);
  };

  /* Traditional characters as simplified ones, where the index knows only those. */
  Engine.prototype.folded = function (query) {
    var self = this;
    var text = query.slice(0, LONGEST_QUERY).normalize("NFKC").toLowerCase();
    return text.replace(HAN, function (run) {
      return Array.from(run, function (char) {
        if (self.beginning(char).length || !self.need("folds", self.folds)) { return char; }
        return self.folds.get(char) || char;
      }).join("");
    });
  };

  /* The groups of a query. A group is a set of alternatives, of which the best counts for an entry. */
  Engine.prototype.groupsOf = function (query) {
    var text = this.folded(query);
    var groups = new Map();
    var add = function (key, terms, weight, how) {
      var before = groups.get(key);
      if (terms.length && !(before && before.weight >= weight)) {
        groups.set(key, { key: key, terms: terms, weight: weight, how: how });
      }
    };
    (text.match(HAN) || []).forEach(function (run) { this.addRun(run, add); }, this);
    this.addLatin(text.match(LATIN) || [], add);
    return Array.from(groups.values());
  };

  Engine.prototype.addRun = function (run, add) {
    var explained = new Set();
    for (var place = 0; place < run.length; place++) {
      add(run[place], [run[place]], WEIGHTS.character, "character");
      for (var size = 2; size <= LONGEST_TERM && place + size <= run.length; size++) {
        var term = run.slice(place, place + size);
        var found = this.find(term)[0];
        if (!found) { continue; }
        var how = size > 2 ? "long" : found.word ? "word" : "pair";
        add(term, [term], WEIGHTS[how], how);
        for (var at = place; at < place + size && found.word; at++) { explained.add(at); }
      }
    }
    this.addHomophones(run, explained, add);
  };

  /* A pair that no entry has and no word of the query explains may hold a wrong character that sounds the same. */
  Engine.prototype.addHomophones = function (run, explained, add) {
    for (var place = 0; place + 1 < run.length; place++) {
      var pair = run.slice(place, place + 2);
      if ((explained.has(place) && explained.has(place + 1)) || this.find(pair).length) { continue; }
      if (!this.need("sounds", this.sounds)) { return; }
      var first = this.sounds.sounds.get(pair[0]) || [];
      var second = this.sounds.sounds.get(pair[1]) || [];
      add("~" + pair, this.soundingLike(first, second).filter(this.isWord, this), WEIGHTS.sound, "sound");
    }
  };

  Engine.prototype.isWord = function (term) {
    var found = this.find(term)[0];
    return Boolean(found) && found.word;
  };

  /* The pairs of the index whose characters may be spoken as one of `first`, then one of `second`. */
  Engine.prototype.soundingLike = function (first, second) {
    var table = this.sounds.characters;
    var wanted = new Set();
    second.forEach(function (sound) { (table.get(sound) || []).forEach(function (char) { wanted.add(char); }); });
    var found = new Set();
    first.forEach(function (sound) {
      var starts = table.get(sound) || [];
      (this.shards ? starts.slice(0, LIKELY_SOUNDS) : starts).forEach(function (start) {
        this.beginning(start).forEach(function (term) {
          if (term.length === 2 && wanted.has(term[1])) { found.add(term); }
        });
      }, this);
    }, this);
    return Array.from(found);
  };

  Engine.prototype.addLatin = function (words, add) {
    var unknown = [];
    words.forEach(function (word, place) {
      var term = stem(word);
      if (this.find(term).length) {
        add(term, [term], WEIGHTS.latin, "latin");
        this.addPinyin(unknown, add);
        unknown = [];
        return;
      }
      unknown.push(word);
      if (place === words.length - 1) { this.addPrefixed(term, add); }
      this.addEdited(term, add);
    }, this);
    this.addPinyin(unknown, add);
  };

  Engine.prototype.addPrefixed = function (start, add) {
    var found = start.length > 1 ? this.beginning(start[0]) : [];
    found = found.filter(function (term) { return term.startsWith(start); });
    add(start + "*", found.slice(0, PREFIXES), WEIGHTS.prefix, "prefix");
  };

  Engine.prototype.addEdited = function (word, add) {
    var found = word.length > 3 ? this.beginning(word[0]) : [];
    add("~" + word, found.filter(function (term) { return isOneEdit(term, word); }), WEIGHTS.edit, "edit");
  };

  /* Words of Latin letters as pinyin: whole syllables, or else the first letters of syllables. */
  Engine.prototype.addPinyin = function (words, add) {
    words = words.filter(function (word) { return /^[a-z]+$/.test(word); });
    if (!words.length || !this.need("sounds", this.sounds)) { return; }
    var table = this.sounds.characters;
    var syllables = [].concat.apply([], words.map(function (word) { return syllablesOf(word, table) || word.split(""); }));
    for (var place = 0; place + 1 < syllables.length; place++) {
      var found = this.soundingLike(completed(syllables[place], table), completed(syllables[place + 1], table));
      add(syllables[place] + " " + syllables[place + 1], found, WEIGHTS.sound, "pinyin");
    }
    if (syllables.length === 1) { add(syllables[0], table.get(syllables[0]) || [], WEIGHTS.character, "pinyin"); }
  };

  /* The fewest syllables that make up a word; the last may be half typed. Undefined when it is no pinyin. */
  function syllablesOf(word, table) {
    var best = [[]];
    for (var end = 1; end <= word.length; end++) {
      for (var start = Math.max(0, end - 6); start < end; start++) {
        var part = word.slice(start, end);
        var half = end === word.length && start > 0 && completed(part, table).length;
        var better = best[start] && !(best[end] && best[end].length <= best[start].length + 1);
        if (better && (table.has(part) || half)) { best[end] = best[start].concat(part); }
      }
    }
    return best[word.length];
  }

  /* The syllables that begin with `part`; itself alone when it is one. */
  function completed(part, table) {
    if (table.has(part)) { return [part]; }
    return Array.from(table.keys()).filter(function (sound) { return sound.startsWith(part); });
  }

  /* Rank the entries: the sum over groups of weight, rarity and impact. Ties go to the entry that stands first.
     Gives the hits, the groups that were looked for, and the names of pieces that would make the answer better. */
  Engine.prototype.search = function (query, limit) {
    this.missing = new Set();
    var scores = new Float64Array(this.size);
    var groups = this.groupsOf(query);
    var total = 0;
    groups.forEach(function (group) { total += this.addScores(group, scores); }, this);
    var hits = [];
    for (var entry = 0; entry < scores.length; entry++) {
      if (scores[entry] > 0) { hits.push({ entry: entry, score: scores[entry] }); }
    }
    hits.sort(function (one, other) { return other.score - one.score || one.entry - other.entry; });
    return { hits: hits.slice(0, limit), groups: groups, most: total, missing: Array.from(this.missing) };
  };

  /* Add what a group gives to each entry; returns the most that it can give. */
  Engine.prototype.addScores = function (group, scores) {
    var found = group.terms.map(this.find, this).filter(function (infos) { return infos.length; });
    if (!found.length) { return 0; }
    group.rarity = Math.min.apply(null, found.map(function (infos) { return infos[0].rarity; }));
    var factor = group.weight * group.rarity;
    if (found.length === 1) {
      found[0].forEach(function (info) {
        eachOf(info, function (entry, impact) { scores[entry] += factor * impact; });
      });
      return factor;
    }
    var best = new Map();
    found.forEach(function (infos) {
      impactsOf(infos).forEach(function (impact, entry) { best.set(entry, Math.max(impact, best.get(entry) || 0)); });
    });
    best.forEach(function (impact, entry) { scores[entry] += factor * impact; });
    return factor;
  };

  function eachOf(info, visit) {
    eachPosting(info.piece.dt, info.piece.wt, info.title, info.titles, visit);
    eachPosting(info.piece.db, info.piece.wb, info.text, info.texts, visit);
  }

  function impactsOf(infos) {
    var impacts = new Map();
    infos.forEach(function (info) {
      eachOf(info, function (entry, impact) { impacts.set(entry, (impacts.get(entry) || 0) + impact); });
    });
    return impacts;
  }

  /* What one entry owes to each group, the most first: for those who want to know why. */
  Engine.prototype.explain = function (groups, entry) {
    return groups.map(function (group) {
      var impacts = group.terms.map(function (term) { return [term, impactsOf(this.find(term)).get(entry) || 0]; }, this);
      impacts.sort(function (one, other) { return other[1] - one[1]; });
      var best = impacts[0];
      return { term: best[0], typed: group.key, how: group.how, weight: group.weight, rarity: group.rarity || 0, impact: best[1] };
    }, this).filter(function (part) { return part.impact > 0; }).sort(function (one, other) {
      return other.weight * other.rarity * other.impact - one.weight * one.rarity * one.impact;
    });
  };

  root.HelpcenterSearch = Object.assign(root.HelpcenterSearch || {}, { Engine: Engine, stem: stem, WEIGHTS: WEIGHTS });
})(typeof window === "undefined" ? globalThis : window);

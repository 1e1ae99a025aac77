/* The search engine: ranks entries for a query with the pieces of the index that have arrived, and says which pieces
   it lacks. Knows no page and loads nothing, so that browsers and Node run the same. The index and its form come from
   generator/search/.

   var engine = new HelpcenterSearch.Engine(index);     the data of the file `index`
   engine.add(name, data);                              any other piece; those it does not know are left alone
   engine.search(query, limit);
     hits     [{ entry, score }], the best first
     missing  names of pieces without which the hits are not worth showing: add them and search again
     later    names of pieces that make the answer better: show the hits, add them and search again
     fit      from 0 to 1, how much of the query the best hit explains; `weak` when that is little
     groups   what was looked for; for `marks`
   engine.marks(groups);                                strings to mark in titles and texts, the longest first */
(function (root) {
  "use strict";

  /* What a term of the query counts, by how it was found. A lone character belongs to no word that the index has. */
  var WEIGHTS = {
    character: 0.25, lone: 0.8, word: 1, pair: 0.5, long: 0.5, latin: 1,
    sound: 0.6, pinyin: 0.9, joint: 0.7, edit: 0.6, prefix: 0.6, synonym: 0.5
  };
  var WEAK = 0.18;
  var HAN = /[\u3400-\u9fff\uf900-\ufaff]+/g;
  var LATIN = /[a-z0-9]+(?:[.-][0-9]+)*/g;
  var TOKENS = new RegExp(LATIN.source + "|" + HAN.source.slice(0, -1), "g");
  var POLITE = /请问|请教|[你您]好|谢谢|麻烦|我?想(?:要?知道|请?问|咨询|了解)一?下?/g;
  var LONGEST_QUERY = 200;
  var LONGEST_TERM = 4;
  var LIKELY_SOUNDS = 12;
  var MOST_LIKE = 20;
  var INITIALS = 6;
  var FILLER = 0.5;

  /* A Latin word without its endings; the same as `stem` in generator/search/terms.py, rule by rule. */
  var ENDINGS = [
    [/(.{3})(?:ies|ied)$/, "$1y"],
    [/(s|x|z|ch|sh)es$/, "$1"],
    [/(..[^su])s$/, "$1"],
    [/^(?=.{3,}(?:ed|ing)$)(.*[aeiouy].*)(?:ed|ing)$/, "$1"],
    [/(.{3})ment$/, "$1"],
    [/(.{3}[st])ion$/, "$1"],
    [/(.{3})ificat$/, "$1ify"],
    [/(.{4})at$/, "$1"],
    [/(.{3})ly$/, "$1"],
    [/(.{3})e$/, "$1"],
    [/(..)([^sz])\2$/, "$1$2"]
  ];

  function stem(word) {
    if (/\d/.test(word)) { return word; }
    return ENDINGS.reduce(function (rest, rule) { return rest.replace(rule[0], rule[1]); }, word);
  }

  /* Equals keep their order. */
  function byScore(one, other) { return other.score - one.score; }

  /* A number as `number` in generator/search/packing.py writes it. */
  function number(text, place) {
    var code = text.charCodeAt(place);
    if (code >= 0xe000) { code -= 0x800; }
    return code > 92 ? code - 36 : code - 35;
  }

  /* The terms of a piece by their first character: which of the piece each is, how rare, whether it is a word and
     whether it stands in texts. */
  function termsOf(piece, shard) {
    var firsts = new Map();
    var term = "";
    (piece.t.match(/[A-P][^A-P]*/g) || []).forEach(function (part, order) {
      term = term.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      var about = number(piece.i, order);
      if (!firsts.has(term[0])) { firsts.set(term[0], new Map()); }
      var found = { shard: shard, order: order, rarity: (about >> 2) / 8, word: about & 2, text: about & 1 };
      firsts.get(term[0]).set(term, found);
    });
    return firsts;
  }

  /* Postings, and where those of each term begin. */
  function postingsOf(piece) {
    var starts = [0];
    for (var order = 0; order < piece.c.length; order++) { starts.push(starts[order] + number(piece.c, order)); }
    return { starts: starts, distances: piece.d, impacts: piece.w };
  }

  function eachPosting(postings, order, visit) {
    var entry = -1;
    for (var place = postings.starts[order]; place < postings.starts[order + 1]; place++) {
      entry += number(postings.distances, place);
      visit((postings.impacts.charCodeAt(place) - 97) / 15, entry);
    }
  }

  /* Whether one letter more, less, other or swapped makes the two words the same. */
  function isOneEdit(one, other) {
    var start = 0;
    while (start < one.length && one[start] === other[start]) { start++; }
    var rest = one.slice(start);
    var wanted = other.slice(start);
    var swapped = rest.length > 1 && rest[1] + rest[0] + rest.slice(2);
    return swapped === wanted || rest === wanted.slice(1) || [wanted, wanted.slice(1)].indexOf(rest.slice(1)) >= 0;
  }

  function Engine(index) {
    this.size = index.size;
    this.most = Math.log(2 * index.size + 2);
    this.han = index.han;
    this.synonyms = index.synonyms || [];
    this.small = !index.shards;
    this.shards = index.shards || [""];
    this.terms = [];
    this.titles = [];
    this.texts = [];
    if (this.small) { this.add("terms0", index.terms); }
  }
  var engine = Engine.prototype;

  /* Take a piece that has arrived. Others than those the engine asks for are left alone. */
  engine.add = function (name, piece) {
    var kind = name.replace(/\d+$/, "");
    var shard = Number(name.slice(kind.length));
    if (kind === "sounds") {
      this.sounds = new Map(piece.split(" ").map(function (group) {
        var sound = group.match(/^[a-z]*/)[0];
        return [sound, group.slice(sound.length)];
      }));
    } else if (kind === "folds") {
      this.folds = new Map((piece.match(/[^]{2}/g) || []).map(function (pair) { return Array.from(pair); }));
    } else if (kind === "texts") {
      this.texts[shard] = postingsOf(piece);
    } else if (kind === "terms") {
      this.terms[shard] = termsOf(piece, shard);
      this.titles[shard] = postingsOf(piece);
    }
  };

  engine.shardOf = function (term) {
    var low = 0;
    for (var high = this.shards.length; high - low > 1;) {
      var middle = (low + high) >> 1;
      if (this.shards[middle] <= term) { low = middle; } else { high = middle; }
    }
    return low;
  };

  engine.need = function (name, piece) {
    if (!piece) { this.wanted.add(name); }
    return piece;
  };

  /* The terms that begin with the character of `term` and stand in the piece where it would. */
  engine.around = function (term, shard) {
    var firsts = this.need("terms" + shard, this.terms[shard]);
    return firsts && firsts.get(term[0]) || new Map();
  };

  /* What is known of a term; undefined when the index lacks it or its piece has not arrived. */
  engine.find = function (term) { return this.around(term, this.shardOf(term)).get(term); };

  /* All terms that begin with a character; they may stand in several pieces. */
  engine.beginning = function (char) {
    var found = [];
    for (var shard = this.shardOf(char), last = this.shardOf(char + "\uffff"); shard <= last; shard++) {
      found = found.concat(Array.from(this.around(char, shard).keys()));
    }
    return found;
  };

  /* The query in the form of the terms, without the phrases that only lead to the question. */
  engine.folded = function (query) {
    var text = query.slice(0, LONGEST_QUERY).normalize("NFKC").toLowerCase().slice(0, LONGEST_QUERY);
    text = Array.from(text, this.foldedChar, this).join("");
    var rest = text.replace(POLITE, " ");
    return /[a-z0-9\u3400-\u9fff]{2}/.test(rest) ? rest : text;
  };

  engine.foldedChar = function (char) {
    if (!this.han || char < "\u3400" || this.find(char) || !this.need("folds", this.folds)) { return char; }
    return this.folds.get(char) || char;
  };

  /* A group is a set of alternatives, of which the best counts for an entry, as if none were rarer than `most`.
     Returns whether there is any. */
  engine.addGroup = function (key, terms, weight, how, most) {
    var before = this.groups.get(key);
    if (terms.length && !(before && before.weight >= weight)) {
      this.groups.set(key, { key: key, terms: terms, weight: weight, how: how, most: most });
    }
    return terms.length > 0;
  };

  /* What the query says, as far as the index knows it. */
  engine.addKnown = function (text) {
    this.groups = new Map();
    this.unknown = new Set();
    this.runs = (text.match(HAN) || []).map(this.addRun, this);
    this.words = (text.match(LATIN) || []).map(stem);
    this.words.forEach(function (term) {
      if (this.find(term)) { this.addGroup(term, [term], WEIGHTS.latin, "latin"); } else { this.unknown.add(term); }
    }, this);
    this.addSynonyms(text);
  };

  /* Returns the run with the places that belong to a word of the index. */
  engine.addRun = function (run) {
    var explained = new Set();
    for (var place = 0; place < run.length; place++) {
      for (var size = 2; size <= LONGEST_TERM && place + size <= run.length; size++) {
        var term = run.slice(place, place + size);
        var found = this.find(term);
        if (!found) { continue; }
        var how = size > 2 ? "long" : found.word ? "word" : "pair";
        this.addGroup(term, [term], WEIGHTS[how], how);
        for (var at = place; found.word && at < place + size; at++) { explained.add(at); }
      }
    }
    Array.from(run).forEach(function (char, at) {
      this.addGroup(char, [char], WEIGHTS[explained.has(at) ? "character" : "lone"], "character");
    }, this);
    return { text: run, explained: explained };
  };

  /* The other words of the writers' groups that the query names a word of; none says more than the word itself. */
  engine.addSynonyms = function (text) {
    this.synonyms.forEach(function (words) {
      words.forEach(function (word) {
        if ((word < "\u3400" ? this.words.indexOf(stem(word)) : text.indexOf(word)) < 0) { return; }
        var others = words.filter(function (other) { return other !== word; }).map(this.termsIn, this);
        var most = this.find(word) && this.find(word).rarity;
        this.addGroup("=" + word, [].concat.apply([], others), WEIGHTS.synonym, "synonym", most);
      }, this);
    }, this);
  };

  /* A word as the term that it is, or else as the pairs that it is made of. */
  engine.termsIn = function (word) {
    if (word < "\u3400") { return [stem(word)]; }
    if (this.find(word)) { return [word]; }
    return Array.from(word.slice(1), function (char, place) { return word[place] + char; });
  };

  /* What the query may have meant where the index knows no such word. */
  engine.addGuesses = function (text) {
    this.words.forEach(function (word, place) {
      if (this.find(word)) { return; }
      if (place === this.words.length - 1 && word.length > 1) {
        this.addLike(word + "*", word, "prefix", function (term) { return term.startsWith(word); });
      }
      if (word.length > 3) {
        this.addLike("~" + word, word, "edit", function (term) { return isOneEdit(term, word); });
      }
    }, this);
    if (!this.han) { return; }
    this.runs.forEach(this.addHomophones, this);
    if (this.words.length) { this.addPinyin(text); }
  };

  /* A pair that no entry has and no word of the query explains may hold a wrong character that sounds the same. */
  engine.addHomophones = function (run) {
    for (var place = 0; place + 1 < run.text.length; place++) {
      var pair = run.text.slice(place, place + 2);
      if ((this.isPlain(run, place) && this.isPlain(run, place + 1)) || this.find(pair)) { continue; }
      if (!this.need("sounds", this.sounds)) { return; }
      this.addGroup("~" + pair, this.soundingLike(pair), WEIGHTS.sound, "sound");
    }
  };

  /* Whether a character belongs to a word of the index, or is a filler that needs none. */
  engine.isPlain = function (run, place) {
    var about = this.find(run.text[place]);
    return run.explained.has(place) || (about && about.rarity < FILLER);
  };

  /* Pairs with one other character, and words with two. */
  engine.soundingLike = function (pair) {
    return this.spelled(Array.from(pair, this.homophones, this)).filter(function (term) {
      return term[0] === pair[0] || term[1] === pair[1] || this.find(term).word;
    }, this);
  };

  /* The characters that sound like `char`, itself first. */
  engine.homophones = function (char) {
    return Array.from(this.sounds.values()).reduce(function (found, group) {
      return group.indexOf(char) < 0 ? found : found + group;
    }, char);
  };

  /* The terms of the index that have one of the characters of each slot in its place. */
  engine.spelled = function (slots) {
    var sets = slots.map(function (slot) { return new Set(slot); });
    var starts = Array.from(sets[0]).slice(0, this.small ? Infinity : LIKELY_SOUNDS);
    return [].concat.apply([], starts.map(function (start) {
      return this.beginning(start).filter(function (term) {
        return term.length === sets.length && sets.every(function (set, place) { return set.has(term[place]); });
      });
    }, this));
  };

  /* Known words in place of an unknown one: those that `fits`. */
  engine.addLike = function (key, word, how, fits) {
    var found = this.beginning(word[0]).filter(fits).slice(0, MOST_LIKE);
    if (this.addGroup(key, found, WEIGHTS[how], how)) { this.unknown.delete(word); }
  };

  /* Unknown Latin words as pinyin, with the characters they touch; syllables may be spelled apart. */
  engine.addPinyin = function (text) {
    var run = [];
    text.split(/[^a-z0-9\u3400-\ufaff]+/).forEach(function (part) {
      var slots = this.slotsOf(part);
      if (slots.length > 1) {
        this.addSlots(run);
        this.addSlots(slots);
      }
      run = slots.length > 1 ? [] : run.concat(slots);
    }, this);
    this.addSlots(run);
  };

  /* The characters that may stand at each place: the typed one, or all that a syllable may be. */
  engine.slotsOf = function (part) {
    var slots = [];
    (part.match(TOKENS) || []).forEach(function (token) {
      var word = stem(token);
      if (token >= "\u3400") {
        slots.push({ key: token, chars: token });
      } else if (/^[a-z]+$/.test(token) && !this.find(word) && this.need("sounds", this.sounds)) {
        var initials = this.unknown.has(word) && !/[eiouv]/.test(token) ? Array.from(token.slice(0, INITIALS)) : [];
        (syllablesOf(token, this.sounds) || initials).forEach(function (syllable) {
          slots.push({ key: syllable, chars: spoken(syllable, this.sounds), word: word });
        }, this);
      }
    }, this);
    return slots;
  };

  engine.addSlots = function (slots) {
    var found = false;
    for (var place = 0; place < slots.length; place++) {
      for (var size = 2; size <= LONGEST_TERM && place + size <= slots.length; size++) {
        found = this.addSpelled(slots.slice(place, place + size)) || found;
      }
    }
    slots.filter(isSpoken).forEach(function (slot) {
      var any = found || this.addGroup(slot.key, Array.from(slot.chars), WEIGHTS.character, "pinyin");
      if (any) { this.unknown.delete(slot.word); }
    }, this);
  };

  engine.addSpelled = function (slots) {
    var how = slots.every(isSpoken) ? "pinyin" : "joint";
    var terms = slots.some(isSpoken) ? this.spelled(slots.map(function (slot) { return slot.chars; })) : [];
    return this.addGroup(slots.map(function (slot) { return slot.key; }).join(" "), terms, WEIGHTS[how], how);
  };

  function isSpoken(slot) { return slot.word; }

  /* The fewest syllables that make up a word; the last may be half typed. Undefined when it is no pinyin. */
  function syllablesOf(word, table) {
    var best = [[]];
    for (var end = 1; end <= word.length; end++) {
      for (var start = Math.max(0, end - 6); start < end; start++) {
        var part = word.slice(start, end);
        var half = end === word.length && start > 0 && spoken(part, table);
        var better = best[start] && !(best[end] && best[end].length <= best[start].length + 1);
        if (better && (table.has(part) || half)) { best[end] = best[start].concat(part); }
      }
    }
    return best[word.length];
  }

  /* The characters of a syllable, or those that are mostly read as one that begins so. */
  function spoken(part, table) {
    return table.get(part) || Array.from(table.keys()).reduce(function (chars, sound) {
      return sound.startsWith(part) ? chars + table.get(sound).split("|")[0] : chars;
    }, "");
  }

  /* Guesses wait for pieces only when what is known does not fit well. */
  engine.search = function (query, limit) {
    this.missing = this.wanted = new Set();
    this.later = new Set();
    var text = this.folded(query);
    this.addKnown(text);
    var found = this.ranked();
    if (!this.missing.size) {
      if (!found.weak) { this.wanted = this.later; }
      this.addGuesses(text);
      found = this.ranked();
    }
    found.hits = found.hits.slice(0, limit);
    found.missing = Array.from(this.missing);
    found.later = Array.from(this.later);
    return found;
  };

  /* The sum over groups of weight, rarity and impact. Ties go to the entry that stands first. */
  engine.ranked = function () {
    var scores = new Float64Array(this.size);
    var groups = Array.from(this.groups.values());
    var most = this.unknown.size * this.most;
    groups.forEach(function (group) { most += this.addScores(group, scores); }, this);
    var hits = [];
    scores.forEach(function (score, entry) { if (score > 0) { hits.push({ entry: entry, score: score }); } });
    hits.sort(byScore);
    var fit = hits.length ? hits[0].score / most : 0;
    return { hits: hits, groups: groups, fit: fit, weak: fit < WEAK };
  };

  /* Whether a group is what was typed: the word itself or its whole syllables. Initials may mean anything. */
  function isSure(group) {
    return group.terms[0] === group.key || (group.how === "pinyin" && !/\b\w\b/.test(group.key));
  }

  /* Add what a group gives to each entry; returns the most that it could give, a guess as if it
     were rarer than what was found. */
  engine.addScores = function (group, scores) {
    var found = group.terms.map(this.find, this).filter(Boolean);
    var rarities = found.map(function (about) { return about.rarity; });
    group.rarity = Math.min.apply(null, rarities.concat(group.most || this.most));
    var factor = group.weight * group.rarity;
    var most = isSure(group) ? factor : (factor + group.weight * this.most) / 2;
    var add = function (impact, entry) { scores[entry] += factor * impact; };
    if (found.length === 1) {
      this.eachImpact(found[0], add);
      return most;
    }
    var best = new Map();
    found.forEach(function (about) {
      this.impactsOf(about).forEach(function (impact, entry) {
        if (!(best.get(entry) >= impact)) { best.set(entry, impact); }
      });
    }, this);
    best.forEach(add);
    return most;
  };

  engine.eachImpact = function (about, visit, visitText) {
    eachPosting(this.titles[about.shard], about.order, visit);
    var texts = this.texts[about.shard];
    if (texts) { eachPosting(texts, about.order, visitText || visit); }
    if (about.text && !texts) { this.later.add("texts" + (this.small ? "" : about.shard)); }
  };

  engine.impactsOf = function (about) {
    var impacts = new Map();
    this.eachImpact(about, function (impact, entry) { impacts.set(entry, (impacts.get(entry) || 0) + impact); });
    return impacts;
  };

  /* What was found, without fillers and without characters of words that were found. */
  engine.marks = function (groups) {
    var found = new Set();
    groups.forEach(function (group) {
      if (group.rarity < 1 || group.weight <= WEIGHTS.character) { return; }
      group.terms.forEach(function (term) { if (this.find(term)) { found.add(term); } }, this);
    }, this);
    return Array.from(found).sort(function (one, other) { return other.length - one.length; });
  };

  root.HelpcenterSearch = Object.assign(root.HelpcenterSearch || {}, { Engine: Engine, stem: stem, WEIGHTS: WEIGHTS });
})(typeof window === "undefined" ? globalThis : window);

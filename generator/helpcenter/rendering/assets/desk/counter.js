/* How long a message is where it is sent. */
(function (desk) {
  "use strict";

  /* A text message of several parts gives some of each part to their order. */
  var PART = 67;
  var SINGLE = 70;

  /** @type {Record<DeskCounts, (text: string) => number>} */
  var LENGTHS = {
    characters: (text) => Array.from(text).length,
    bytes: (text) => new TextEncoder().encode(text).length,
    sms: (text) => text.length, // every unit of UTF-16 counts: an emoji is two
  };

  /**
   * The length of a text on a channel, the most that it may be, and into how many messages it falls there.
   * @param {string} text
   * @param {DeskChannel} channel
   */
  function measured(text, channel) {
    var length = LENGTHS[channel.counts](text);
    var parts = channel.counts === "sms" && length > SINGLE ? Math.ceil(length / PART) : 1;
    return { length, limit: channel.limit, over: Math.max(0, length - channel.limit), parts };
  }

  /**
   * The channel that somebody chose, else the first; undefined where there is none.
   * @returns {DeskChannel | undefined}
   */
  function channel() {
    var chosen = desk.store.load().channel;
    return HelpcenterDesk.channels.find((one) => one.id === chosen) || HelpcenterDesk.channels[0];
  }

  /**
   * Say beside a message how long it is.
   * @param {HTMLElement} place
   * @param {string} text
   */
  function show(place, text) {
    var where = channel();
    place.textContent = "";
    place.classList.remove("desk-counter--over");
    if (!where || !text) { return; }
    var { length, limit, over, parts } = measured(text, where);
    var kind = parts > 1 ? "counter_parts" : where.counts === "bytes" ? "counter_bytes" : "counter";
    place.textContent = desk.words(kind, { name: where.label, length, limit, parts });
    if (over) { place.textContent += desk.words("over", { count: over }); }
    place.classList.toggle("desk-counter--over", over > 0);
  }

  desk.counter = { measured, channel, show };
})(globalThis.HelpcenterDeskApp);

/* Who opens a link that was copied before the answer changed is told so, and where; nobody else. */
(function () {
  "use strict";

  /** The part of the page that the address names, as a flow has it without its answers. */
  function partOf() {
    var name = location.hash.slice(1).split("?")[0];
    try { return decodeURIComponent(name); } catch (error) { return name; }
  }

  /**
   * Whether what the address names has changed; an address of the whole page names all of it.
   * @param {CopyChange} change
   */
  function concerns(change) {
    var name = partOf();
    var found = document.getElementById(name) || document.getElementById(name.split("~")[0]);
    if (!found || !name) { return true; }
    var part = found.closest("details, .hc-precaution, section, .hc-steps__list > li, .hc-cards > li, .hc-causes > li");
    var changed = change.parts.concat(change.gone || []);
    return changed.some((one) => {
      var place = document.getElementById(one);
      return one === name.split("~")[0] || (part !== null && place !== null && part.contains(place));
    });
  }

  /**
   * The heading of a part, if the page has one.
   * @param {string} id
   */
  function titleOf(id) {
    var place = id ? document.getElementById(id) : null;
    var heading = place && (/^H\d$/.test(place.tagName) ? place : place.querySelector("h2, h3, strong"));
    return heading ? globalThis.HelpcenterComponent.textOf(heading).trim() : "";
  }

  /**
   * @param {CopyChanges} all
   * @param {CopyChange} change
   */
  function show(all, change) {
    var box = document.createElement("section");
    box.className = "hc-banner hc-changed";
    box.setAttribute("role", "status");
    var title = document.createElement("strong");
    title.textContent = all.title;
    box.append(title);
    var list = document.createElement("ul");
    change.parts.forEach((id) => {
      var name = titleOf(id);
      if (!name) { return; }
      var link = document.createElement("a");
      link.href = "#" + id;
      link.textContent = name;
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
    change.said.concat(list.childElementCount ? all.parts : []).forEach((line) => {
      var text = document.createElement("p");
      text.textContent = line;
      box.append(text);
    });
    if (list.childElementCount) { box.append(list); }
    var head = globalThis.HelpcenterComponent.parts(document, { head: ".hc-head" }).head;
    head.append(box);
  }

  /**
   * Say what changed since `version`, if anything did that the address names.
   * @param {number} version
   */
  function tell(version) {
    if (document.querySelector(".hc-changed")) { return Promise.resolve(); }
    return fetch("changed.json").then((answer) => answer.json()).then((/** @type {CopyChanges} */ all) => {
      var change = all.versions[version];
      if (!change && version > 0 && version < (all.before || 0)) { change = { said: [all.older], parts: [] }; }
      if (change && (change.said[0] === all.older || concerns(change))) { show(all, change); }
    });
  }

  globalThis.HelpcenterChanged = { tell };
})();

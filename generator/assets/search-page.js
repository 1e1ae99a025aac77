/* The page of results shows what its address asks for; typing changes the address, submitting adds to the history. */
(function (root) {
  "use strict";
  if (typeof document === "undefined") { return; }

  var search = root.HelpcenterSearch;
  var EACH = 10;
  var title = document.title;

  function start(place, form) {
    var page = search.view(place, { input: form.q });
    var settled;
    var asked;

    function fill() {
      var topics = search.site().topics;
      Object.keys(form.topic[1] ? {} : topics).forEach(function (id) { form.topic.add(new Option(topics[id], id)); });
      ["topic", "audience"].forEach(function (name) { form[name].value = asked.get(name) || ""; });
    }

    function follow() {
      settled = location.search;
      asked = new URLSearchParams(settled);
      form.q.value = asked.get("q") || "";
      page.type({});
      search.keep(page.query);
    }

    /* The address of what is asked, without what is not. */
    function address() {
      ["topic", "audience"].forEach(function (name) { if (!asked.get(name)) { asked.delete(name); } });
      return "?" + asked;
    }

    page.item = function (link) {
      var item = document.createElement("li");
      item.append(link);
      return item;
    };
    page.fits = function (row) {
      return [row[3], ""].includes(asked.get("topic") || "") && row[4].concat("").includes(asked.get("audience") || "");
    };
    page.typed = function (event) {
      page.limit = EACH;
      if (event.type) { asked = new URLSearchParams(new FormData(form)); }
    };
    page.settled = function () { history.replaceState(null, "", address()); };
    page.drawn = function (found) {
      fill();
      document.title = page.query ? page.query + " - " + title : title;
      page.filters.hidden = !page.query;
      page.more.hidden = !found.more;
    };
    page.more.onclick = function () {
      page.limit += EACH;
      page.draw();
    };
    /* Typing has changed the address of this entry of the history: it gets back what was settled. */
    form.onsubmit = function (event) {
      event.preventDefault();
      history.replaceState(null, "", settled);
      history.pushState(null, "", settled = address());
      search.keep(page.query);
    };
    addEventListener("popstate", follow);
    var early = form.q.value;
    follow();
    if (early) {
      form.q.value = early;
      form.q.dispatchEvent(new Event("input", {bubbles: true}));
    }
  }

  /* Start what has not started, and open what was called; does no harm when called again. */
  search.start = function () {
    var place = document.querySelector("[data-search-results]");
    if (!place) {
      document.querySelectorAll(".hc-search").forEach(search.startBox);
    } else if (!place.dataset.started) {
      place.dataset.started = "true";
      start(place, document.querySelector(".hc-page--search .hc-search"));
    }
  };
})(typeof window === "undefined" ? globalThis : window);

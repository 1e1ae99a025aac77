/* The page of results shows what its address asks for; typing changes the address, submitting adds to the history.
   Only this page loads it, before the search. */
(function () {
  "use strict";

  var EACH = 10;

  globalThis.HelpcenterResults = function (search, place, form) {
    var title = document.title;
    var settled = location.search;
    var asked = new URLSearchParams(settled);
    globalThis.HelpcenterComponent.parts(place, {
      filters: "[data-part=filters]", topic: "select[name=topic]",
    });

    function follow() {
      settled = location.search;
      asked = new URLSearchParams(settled);
      page.query = form.q.value = (asked.get("q") || "").slice(0, form.q.maxLength).trim();
      page.limit = EACH;
      search.keep();
      search.draw();
    }

    var page = search.view(place, ["filters", "more"], {
      input: form.q,
      limit: EACH,
      fits: (row) => {
        var topic = asked.get("topic");
        var audience = asked.get("audience");
        return (!topic || topic === row[3]) && (!audience || !form.audience || row[4].includes(audience));
      },
      typed: () => {
        asked = new URLSearchParams();
        new FormData(form).forEach((value, name) => { if (value) { asked.append(name, String(value)); } });
        page.limit = EACH;
        search.draw();
      },
      settled: () => { history.replaceState(null, "", "?" + asked); },
      drawn: (found) => {
        form.topic.value = asked.get("topic") || "";
        if (form.audience) { form.audience.value = asked.get("audience") || ""; }
        document.title = (page.query && page.query + " - ") + title;
        page.filters.hidden = !page.query;
        page.more.hidden = !found.more;
      },
    });
    page.more.onclick = function () {
      page.limit += EACH;
      search.draw();
    };
    page.filters.oninput = search.type;
    // Typing has changed the address of this entry of the history: it gets back what was settled.
    form.onsubmit = function (event) {
      event.preventDefault();
      history.replaceState(null, "", settled);
      history.pushState(null, "", settled = "?" + asked);
      search.keep();
    };
    addEventListener("popstate", follow);
    settled = location.search;
    if (form.q.value) { search.type({}); } else { follow(); }
  };
})();

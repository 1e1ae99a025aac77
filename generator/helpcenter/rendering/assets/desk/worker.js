/* The site for staff without a network: its service worker, behind a list of all files, each with a digest of what it
   holds. Pages come from the network as long as there is one, so that nobody reads an old answer; else they are those
   of the list. What has its content in its name is never asked for twice. */
(function () {
  "use strict";

  var worker = /** @type {StaffWorker} */ (/** @type {unknown} */ (globalThis));
  var CACHE = "helpcenter-staff " + worker.registration.scope;
  var AT_ONCE = 6;
  var PATIENCE = 4000;
  var NAMED = /\.[\da-f]{8}\.|\/search-[\da-f]+\//;
  /** The key in the cache of each file, by its path. @type {Map<string, string>} */
  var keys = new Map();
  Object.entries(worker.helpcenterFiles).forEach(([path, digest]) => {
    var url = new URL(path, worker.registration.scope);
    keys.set(url.pathname, url.href + "?" + digest);
  });

  /**
   * A page that a host led to from elsewhere could not be shown at its address.
   * @param {Response} answer
   */
  function own(answer) { return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer; }

  /**
   * Fetch one file after another. What has come stays, also where a later one fails.
   * @param {Cache} cache
   * @param {string[]} waiting
   * @returns {Promise<void>}
   */
  function take(cache, waiting) {
    var key = waiting.pop();
    if (!key) { return Promise.resolve(); }
    var name = key;
    return fetch(name.split("?")[0], { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) { throw new Error(answer.status + " " + name); }
      return cache.put(name, own(answer));
    }).then(() => take(cache, waiting));
  }

  /** @param {Cache} cache */
  function held(cache) { return cache.keys().then((requests) => requests.map((request) => request.url)); }

  function fill() {
    return caches.open(CACHE).then((cache) => held(cache).then((have) => {
      var known = new Set(have);
      var missing = Array.from(keys.values()).filter((key) => !known.has(key));
      return Promise.all(Array.from({ length: AT_ONCE }, () => take(cache, missing)));
    }));
  }

  function clear() {
    var current = new Set(keys.values());
    return caches.open(CACHE).then((cache) => held(cache).then(
      (have) => Promise.all(have.filter((key) => !current.has(key)).map((key) => cache.delete(key)))
    ));
  }

  /** @param {string} key */
  function kept(key) {
    return caches.match(key).then((found) => found || Promise.reject(new Error("not kept: " + key)));
  }

  /**
   * What the network says, unless it says nothing for too long, or that the host is out of order.
   * @param {Request} request
   * @param {string} key
   * @returns {Promise<Response>}
   */
  function fresh(request, key) {
    return new Promise((done, failed) => {
      var timer = setTimeout(() => { kept(key).then(done, () => { /* then it is waited for */ }); }, PATIENCE);
      fetch(request).then((answer) => {
        clearTimeout(timer);
        if (answer.status < 500) { done(answer); } else { kept(key).then(done, () => { done(answer); }); }
      }, () => { kept(key).then(done, failed); });
    });
  }

  worker.addEventListener("install", (event) => { event.waitUntil(fill().then(() => worker.skipWaiting())); });
  worker.addEventListener("activate", (event) => { event.waitUntil(clear().then(() => worker.clients.claim())); });
  worker.addEventListener("fetch", (event) => {
    var url = new URL(event.request.url);
    var key = keys.get(url.pathname.replace(/(^|\/)index\.html$/, "$1"));
    if (event.request.method === "GET" && url.origin === location.origin && key) {
      var network = () => fresh(event.request, /** @type {string} */ (key));
      event.respondWith(NAMED.test(url.pathname) ? kept(key).catch(network) : network());
    }
  });
})();

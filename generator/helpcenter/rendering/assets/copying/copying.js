/* Copying an answer or a part of it in the form that somebody wants; all of it is made from the page. */
(function () {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var text = globalThis.HelpcenterText;
  var told = globalThis.HelpcenterTold;
  var words = globalThis.HelpcenterCopyWords;
  var KEY = "helpcenter.copy";
  var FORMS = ["formReply", "formBoth", "formWhole", "formMarkdown", "formRich", "formLink"];
  /* A menu finds its place by its size, so the style has to be there. */
  var styled = globalThis.HelpcenterLoading.bring((document.body.dataset.root || "") + words.style)
    .catch((error) => { component.tell("copy", error); });
  /** What an address may have behind the host, so that it stays whole in a message. */
  var LONGEST = 60;

  function chosen() { return document.documentElement.dataset.platform || ""; }

  function usual() {
    try {
      var kept = (localStorage.getItem(KEY) || "").split("|")[0];
      return FORMS.includes(kept) ? kept : "formBoth";
    } catch (error) { return "formBoth"; }
  }

  /**
   * @param {string} form
   * @param {string} label
   */
  function remember(form, label) {
    try { localStorage.setItem(KEY, form + "|" + label); } catch (error) { /* storage may be blocked */ }
  }

  /**
   * The page's address as readers have it: of a page that is not public, such as one on a disk, that of the public one.
   * @param {string} hash
   * @param {string | undefined} version
   * @param {string} [page]
   */
  function address(hash, version, page) {
    var official = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
    var isAway = location.protocol === "file:" || document.querySelector("meta[name=robots]");
    var url = new URL(page || "", official && isAway ? official.href : location.href);
    var platform = new URLSearchParams(location.search).get("platform");
    url.search = platform ? "?" + new URLSearchParams({ platform }) : "";
    url.hash = hash;
    var marked = new URL(url.href);
    if (version) { marked.searchParams.set("v", version); }
    return marked.href.length - marked.origin.length > LONGEST ? url.href : marked.href;
  }

  /**
   * @param {string} base
   * @returns {CopySource}
   */
  function sourceOf(base) { return { chosen: chosen(), colon: words.colon, base }; }

  /**
   * The whole answer of a page.
   * @param {ParentNode} page
   * @param {CopySource} source
   */
  function pageOf(page, source) {
    var parts = page.querySelectorAll(".hc-summary, .hc-short__text, .hc-intro, .hc-body");
    return globalThis.HelpcenterBody.bodyOf(parts, source);
  }

  /**
   * A section, a step, a cause or whatever else `opener` belongs to.
   * @param {Element} opener
   */
  function partOf(opener) {
    return /** @type {HTMLElement} */ (opener.closest("details, li, .hc-precaution, section"));
  }

  /**
   * The anchor of a part.
   * @param {Element} opener
   * @param {Element} part
   */
  function anchorOf(opener, part) {
    var named = part.id ? part : part.querySelector("[id]");
    return (opener.getAttribute("href") || "#" + (named ? named.id : "")).slice(1);
  }

  /**
   * A short reply as it is pasted, greeting first unless it greets by itself.
   * @param {string} reply
   */
  function greeted(reply) { return reply.startsWith(words.greeting) ? reply : words.greeting + reply; }

  /** @param {Element} element */
  function replyOf(element) { return greeted(component.textOf(element).trim()); }

  /**
   * What of a part is short: its title with what it comes to, or with how it begins.
   * @param {DocumentFragment} body
   */
  function beginning(body) {
    var first = document.createDocumentFragment();
    Array.from(body.children).slice(0, 2).filter((one, number) => !number || one.localName === "p")
      .forEach((one) => { first.append(one.cloneNode(true)); });
    return text.chat(first).replace(/\n\n/g, "\n");
  }

  /**
   * @param {HTMLElement} opener
   * @param {HTMLElement} row
   * @returns {Promise<Copied>}
   */
  function copiedOf(opener, row) {
    var version = row.dataset.version;
    var end = /** @type {HTMLElement | null} */ (opener.closest(".hc-step"));
    if (end) { return outcomeOf(end, version); }
    var main = /** @type {HTMLElement} */ (opener.closest(".hc-main"));
    var link = address("", version);
    if (row.contains(opener)) {
      var found = component.parts(main, { title: "h1", reply: "[data-reply]" });
      var body = pageOf(main, sourceOf(link));
      var title = component.textOf(found.title).trim();
      return Promise.resolve({ title, reply: replyOf(found.reply), body, link });
    }
    var part = partOf(opener);
    var question = part.querySelector(".hc-reply");
    var said = globalThis.HelpcenterBody.bodyOf(part.childNodes, sourceOf(link));
    var reply = question ? replyOf(question) : beginning(said);
    var place = address(anchorOf(opener, part), version);
    return Promise.resolve({ title: "", reply, body: said, link: place });
  }

  /**
   * An outcome of a flow, also of one that runs inside another page; its short reply comes from a file.
   * @param {HTMLElement} end
   * @param {string} [version]
   * @returns {Promise<Copied>}
   */
  function outcomeOf(end, version) {
    var flow = /** @type {HTMLElement} */ (end.closest(".hc-flow"));
    var restart = component.parts(flow, { link: "[data-do=restart]" }).link.getAttribute("href") || "";
    var page = restart.split("#")[0];
    var node = (end.id || end.dataset.current || "").split("~")[0];
    var link = address(node, page ? undefined : version, page);
    var body = globalThis.HelpcenterBody.bodyOf(end.childNodes, sourceOf(link));
    var title = text.chat(body).split("\n")[0];
    var replies = flow.dataset.replies === undefined ? Promise.resolve({}) :
      fetch(page + "replies.json").then((answer) => answer.json()).catch(() => ({}));
    return replies.then((found) => {
      var reply = component.textOf(new DOMParser().parseFromString(found[node] || "", "text/html").body).trim();
      return { title: "", reply: reply ? greeted(reply) : title, body, link };
    });
  }

  /**
   * @param {Copied} copied
   * @param {string} form
   */
  function plain(copied, form) {
    if (form === "formReply") { return copied.reply; }
    if (form === "formBoth") { return copied.reply + "\n" + copied.link; }
    if (form === "formLink") { return copied.link; }
    if (form !== "formMarkdown") { return text.chat(copied.body) + "\n\n" + copied.link; }
    var title = copied.title ? "# " + text.escaped(copied.title) + "\n\n" : "";
    return title + text.markdown(absolute(copied)) + "\n\n<" + copied.link + ">";
  }

  /**
   * A body whose links lead to where they do from anywhere.
   * @param {Pick<Copied, "body" | "link">} copied
   */
  function absolute(copied) {
    var body = /** @type {DocumentFragment} */ (copied.body.cloneNode(true));
    body.querySelectorAll("[href], [src]").forEach((element) => {
      var name = element.hasAttribute("href") ? "href" : "src";
      element.setAttribute(name, new URL(element.getAttribute(name) || "", copied.link.split("#")[0]).href);
    });
    body.querySelectorAll("[data-is]").forEach((element) => { element.removeAttribute("data-is"); });
    return body;
  }

  /** @param {Copied} copied */
  function rich(copied) {
    var pasted = document.createElement("div");
    pasted.append(absolute(copied));
    var link = document.createElement("a");
    link.href = link.textContent = copied.link;
    var last = document.createElement("p");
    last.append(link);
    pasted.append(last);
    return pasted.innerHTML;
  }

  /**
   * @param {Copied} copied
   * @param {string} form
   * @returns {Promise<void>}
   */
  function put(copied, form) {
    var said = plain(copied, form);
    if (form !== "formRich") { return navigator.clipboard.writeText(said); }
    var blob = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type });
    var html = blob(rich(copied), "text/html");
    return navigator.clipboard.write([
      new ClipboardItem({ "text/html": html, "text/plain": blob(said, "text/plain") }),
    ]);
  }

  /**
   * @param {HTMLElement} opener
   * @param {HTMLElement} row
   * @param {string} form
   */
  function copy(opener, row, form) {
    copiedOf(opener, row).then((copied) => {
      // Inside a promise a clipboard that is missing fails like one that is denied.
      new Promise((done) => { done(put(copied, form)); }).then(() => {
        var more = document.createElement("button");
        more.type = "button";
        more.textContent = words.menu;
        more.addEventListener("click", () => { offerForms(opener, row); });
        told.say(words.done.replace("*", words[form]), more);
      }, () => { told.offer(words.copy_failed, plain(copied, form)); });
    });
  }

  /**
   * @param {HTMLElement} opener
   * @param {HTMLElement} row
   */
  function offerForms(opener, row) {
    /** @type {[string, string][]} */
    var choices = FORMS.map((form) => [form, words[form]]);
    styled.then(() => {
      globalThis.HelpcenterMenu.openMenu(opener, words.menu, choices, usual(), (form) => {
        var label = words.usual.replace("*", words[form]);
        var button = row.querySelector("[data-copies=usual]");
        if (button) { button.textContent = label; }
        remember(form, label);
        copy(opener, row, form);
      });
    });
  }

  /**
   * Do what `opener` says: a button, or the mark of a part, which copies it. `row` is that of the page.
   * @param {HTMLElement} opener
   * @param {HTMLElement} row
   */
  function use(opener, row) {
    var does = opener.dataset.copies;
    if (does === "menu") { offerForms(opener, row); }
    if (!does || does === "usual") { copy(opener, row, usual()); }
    if (does === "share") {
      var shared = { title: document.title, url: address("", undefined) };
      navigator.share(shared).catch(() => { /* who shares may think better of it */ });
    }
  }

  /** Let marks say what they do now. */
  function start() {
    document.querySelectorAll(".hc-mark").forEach((mark) => {
      var title = mark.previousElementSibling;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", words.part + " " + (title ? component.textOf(title) : ""));
    });
  }

  start();
  var { tell } = globalThis.HelpcenterChanged;
  globalThis.HelpcenterCopying = { use, tell, pageOf, sourceOf, outcomeOf, absolute };
})();

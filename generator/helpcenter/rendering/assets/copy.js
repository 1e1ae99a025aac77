/* Copy: buttons beside the short answer and the page's address; section marks copy their link. */
(function () {
  "use strict";

  function toast() {
    var box = document.querySelector(".hc-toast");
    if (!box) {
      box = document.createElement("div");
      box.className = "hc-toast";
      box.setAttribute("role", "status");
      document.body.appendChild(box);
    }
    return box;
  }

  var timer;
  function say(text, fallback) {
    var box = toast();
    clearTimeout(timer);
    box.textContent = text;
    if (fallback) {
      var field = document.createElement("textarea");
      field.value = fallback;
      field.readOnly = true;
      field.rows = 3;
      field.setAttribute("aria-label", text);
      box.appendChild(field);
      field.focus();
      field.select();
      field.addEventListener("blur", function () { box.textContent = ""; }, { once: true });
    } else {
      timer = setTimeout(function () { box.textContent = ""; }, 2500);
    }
  }

  function copy(text, words) {
    var failed = function () { say(words.copyFailed, text); };
    if (!navigator.clipboard) { failed(); return; }
    navigator.clipboard.writeText(text).then(function () { say(words.copied); }, failed);
  }

  function address(anchor) {
    return location.href.split("#")[0] + (anchor || "");
  }

  function button(label, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "hc-copy";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  }

  function start() {
    var main = document.querySelector(".hc-page--article .hc-main, .hc-page--faq .hc-main");
    if (!main || main.dataset.copyStarted) { return; }
    main.dataset.copyStarted = "true";
    var words = document.body.dataset;
    var row = main.querySelector(".hc-copies");
    var reply = main.querySelector("[data-copy-text]");
    if (reply) {
      row.appendChild(button(words.copyText, function () { copy(reply.textContent, words); }));
    }
    row.appendChild(button(words.copyLink, function () { copy(address(), words); }));
    main.addEventListener("click", function (event) {
      var mark = event.target.closest(".hc-mark");
      if (mark) { copy(address(mark.getAttribute("href")), words); }
    });
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();

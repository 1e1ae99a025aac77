/* The desk without a network: asks the browser to keep the site for staff, looks for a newer one from time to time, and
   takes that once nobody has used the desk for a while and no flow is walked. From a disk nothing need be kept. */
(function (desk) {
  "use strict";

  var component = globalThis.HelpcenterComponent;
  var OFTEN = 10 * 60 * 1000;
  var IDLE = 3 * 60 * 1000;

  function start() {
    var { body } = document;
    var workers = navigator.serviceWorker;
    if (!workers || !/^https?:$/.test(location.protocol) || body.dataset.offlineStarted) { return; }
    body.dataset.offlineStarted = "true";
    var used = Date.now();
    var isOld = false;
    var wasKept = Boolean(workers.controller);
    ["keydown", "pointerdown"].forEach((name) => { addEventListener(name, () => { used = Date.now(); }, true); });
    workers.addEventListener("controllerchange", () => {
      if (wasKept) { desk.say(desk.words("newer")); }
      isOld = wasKept;
      wasKept = true;
    });
    setInterval(() => {
      var isWalking = Boolean(desk.parts) && !desk.parts.agent.hidden; // somebody may be on the telephone
      if (isOld && !isWalking && Date.now() - used > IDLE) { location.reload(); }
    }, IDLE / 6);
    workers.register(body.dataset.root + "worker.js").then((found) => {
      setInterval(() => { found.update().catch(() => { /* no network */ }); }, OFTEN);
    }).catch((error) => { component.tell("offline", error); });
  }

  component.start("offline", start);
})(globalThis.HelpcenterDeskApp);

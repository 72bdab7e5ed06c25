/* Keeps a half-filled form on the server, without passwords and files. On the form: data-desa-module="draft"
   data-draft-url="..."; an element on the page with data-draft-status shows its own data-saved or data-failed, where
   {jam} stands for the time. */
(function () {
  "use strict";
  var EVERY_MS = 5000, REST_MS = 10000;

  function two(number) { return String(number).padStart(2, "0"); }

  function typed(form) {
    var data = new FormData(form);
    Array.from(form.elements).forEach(function (element) {
      if (/^(password|file)$/.test(element.type)) data.delete(element.name);
    });
    return new URLSearchParams(data);
  }

  function start(form) {
    var timer = null, running = null, resting = false, safe = typed(form).toString();

    function say(state) {
      var place = form.querySelector("[data-draft-status]") || document.querySelector("[data-draft-status]");
      var now = new Date(), hour = [now.getHours(), now.getMinutes()].map(two).join(".");
      if (place) place.textContent = (place.getAttribute("data-" + state) || "").replace("{jam}", hour);
    }

    function save() {
      var data = typed(form), text = data.toString();
      timer = clearTimeout(timer);
      if (resting || running || text === safe) return;
      running = new AbortController();
      fetch(form.getAttribute("data-draft-url"), {
        method: "POST", body: data, redirect: "manual", keepalive: text.length < 60000, signal: running.signal
      }).then(function (response) {
        if (response.ok) safe = text;
        say(response.ok ? "saved" : "failed");
      }, function () {
        if (!resting) say("failed");
      }).finally(function () {
        running = null;
        if (typed(form).toString() !== safe) later();
      });
    }

    function later() { if (!timer && !resting) timer = setTimeout(save, EVERY_MS); }

    /* Sent: the server discards the draft, and nothing on its way may bring it back. */
    function onSubmit() {
      resting = true;
      timer = clearTimeout(timer);
      if (running) running.abort();
      setTimeout(function () { resting = false; }, REST_MS);
    }

    form.addEventListener("input", later);
    form.addEventListener("focusout", save);
    form.addEventListener("submit", onSubmit);
    document.addEventListener("visibilitychange", save);
  }

  document.querySelectorAll('form[data-desa-module~="draft"]').forEach(start);
})();

/* Sends a photo in parts while the rest of the form is filled in, and goes on by itself after a cut. Without this
   script the file travels with the form. On the file input: data-desa-upload="begin address", data-upload-purpose,
   data-upload-max (bytes); in its form a hidden input with data-upload-key, and an element with data-upload-status
   whose data-shrinking, data-sending ({persen}), data-cut, data-done, data-large, data-failed are the sentences. */
(function () {
  "use strict";
  var PART = 64 * 1024, PATIENCE_MS = 20000, LONGEST_REST_MS = 10000, SIDE = 1600, QUALITY = 0.82;

  function rest(ms) {
    return new Promise(function (resolve) {
      var timer = setTimeout(done, ms);
      function done() { clearTimeout(timer); window.removeEventListener("online", done); resolve(); }
      window.addEventListener("online", done);
    });
  }

  function ask(address, options) {
    var control = new AbortController(), timer = setTimeout(function () { control.abort(); }, PATIENCE_MS);
    options.signal = control.signal;
    return fetch(address, options).then(function (answer) {
      return answer.json().then(null, function () { return {}; }).then(function (facts) {
        return { status: answer.status, facts: facts };
      });
    }).finally(function () { clearTimeout(timer); });
  }

  /* A phone's photo is drawn again at the size that is kept anyway; what this browser cannot open is sent as it is. */
  function shrunk(file) {
    if (!window.createImageBitmap || !/^image\/(jpeg|png|webp)$/.test(file.type)) return Promise.resolve(file);
    return createImageBitmap(file, { imageOrientation: "from-image" }).then(function (picture) {
      var factor = Math.min(1, SIDE / Math.max(picture.width, picture.height)), canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.round(picture.width * factor));
      canvas.height = Math.max(1, Math.round(picture.height * factor));
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      return new Promise(function (resolve) { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
    }).then(function (small) { return small && small.size < file.size ? small : file; }, function () { return file; });
  }

  function start(input) {
    var form = input.form, key = form.querySelector("[data-upload-key]"), name = input.name, turn = 0, waiting = null;
    var status = form.querySelector("[data-upload-status]"), busy = false;

    function say(state, words) {
      var text = words || status.getAttribute("data-" + state) || "";
      status.textContent = text;
      status.hidden = !text;
      status.setAttribute("data-upload-state", state);
    }

    /* The answer that counts is the server's: wherever it says the file ends, the next part begins. */
    async function send(file, mine) {
      var offset = 0, tries = 0, address = "", answer;
      while (mine === turn) {
        try {
          if (!address) {
            answer = await ask(input.getAttribute("data-desa-upload"), { method: "POST", body: new URLSearchParams({
              keperluan: input.getAttribute("data-upload-purpose"), besar: String(file.size) }) });
          } else if (tries) {
            answer = await ask(address, { method: "GET" });
          } else {
            answer = await ask(address, { method: "POST", body: file.slice(offset, offset + PART),
              headers: { "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" } });
          }
        } catch (cut) {
          say("cut");
          tries += 1;
          await rest(Math.min(LONGEST_REST_MS, 1000 * Math.pow(2, tries - 1)));
          continue;
        }
        if (answer.status >= 500) { tries += 1; say("cut"); await rest(3000); continue; }
        if (typeof answer.facts.mulai !== "number") throw answer.facts.pesan || "";
        tries = 0;
        address = address || answer.facts.alamat;
        key.value = answer.facts.kunci || key.value;
        offset = answer.facts.mulai;
        say("sending", (status.getAttribute("data-sending") || "").replace("{persen}", Math.floor(100 * offset / file.size)));
        if (offset >= file.size) return;
      }
    }

    function begin() {
      var file = input.files[0], mine = ++turn;
      key.value = "";
      input.name = name;
      if (!file) return say("none");
      say("shrinking");
      busy = true;
      shrunk(file).then(function (small) {
        if (small.size > Number(input.getAttribute("data-upload-max"))) {
          input.value = "";
          throw status.getAttribute("data-large");
        }
        return send(small, mine);
      }).then(function () {
        if (mine !== turn) return;
        input.removeAttribute("name");  /* it has arrived: it does not travel again with the form */
        finish("done");
      }, function (words) {
        if (mine !== turn) return;
        key.value = "";
        finish("failed", typeof words === "string" ? words : "");
      });
    }

    function finish(state, words) {
      busy = false;
      say(state, words);
      if (!waiting || state !== "done") { waiting = null; return; }
      form.requestSubmit(waiting.button);
    }

    form.addEventListener("submit", function (event) {
      if (!busy) return;
      event.preventDefault();
      waiting = { button: event.submitter };
    });
    input.addEventListener("change", begin);
    /* Back from the cache of the browser: a box that already holds a photo sends it. */
    window.addEventListener("pageshow", function () { if (input.files.length && !key.value && !busy) begin(); });
  }

  document.querySelectorAll("input[type=file][data-desa-upload]").forEach(start);
})();

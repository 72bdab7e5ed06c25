/* Refreshes the picture of the paper while the operator types. Without it the
   picture is as old as the page; the paper that is printed is the same. */
(function () {
  "use strict";
  var WAIT_MS = 500;

  function refresh(form, place) {
    var body = new URLSearchParams(new FormData(form));
    fetch(form.dataset.previewUrl, { method: "POST", body: body, credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (html) { place.replaceChildren(document.createRange().createContextualFragment(html)); })
      .catch(function () { /* The old picture stays; the next key tries again. */ });
  }

  document.querySelectorAll('[data-desa-module~="preview"]').forEach(function (form) {
    var place = document.querySelector("[data-preview]");
    var timer = 0;
    if (!place || !window.fetch) return;
    form.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(refresh, WAIT_MS, form, place);
    });
  });
})();

/* A masked number is shown in its place for half a minute. Without this script the button leads to a page with it.
   - form data-desa-module="mask": sent with the header Desa-Part; an answer that is a part takes its place.
   - data-hide-url: a page that shows numbers in full makes room for this address after the same time. */
(function () {
  "use strict";
  var SHOWN_MS = 30000;

  function show(form, html) {
    var box = document.createElement("div");
    box.setAttribute("role", "status");
    box.append(document.createRange().createContextualFragment(html));
    form.replaceWith(box);
    setTimeout(function () { box.replaceWith(form); }, SHOWN_MS);
  }

  function onSubmit(event) {
    var form = event.currentTarget;
    event.preventDefault();
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "Desa-Part": "angka" },
      credentials: "same-origin"
    }).then(function (answer) {
      if (answer.headers.get("Desa-Part")) return answer.text().then(function (html) { show(form, html); });
      form.submit();
    }, function () { /* No answer: the number stays masked, the next press tries again. */ });
  }

  document.querySelectorAll('[data-desa-module="mask"]').forEach(function (form) {
    form.addEventListener("submit", onSubmit);
  });
  document.querySelectorAll("[data-hide-url]").forEach(function (box) {
    setTimeout(function () { location.replace(box.dataset.hideUrl); }, SHOWN_MS);
  });
})();

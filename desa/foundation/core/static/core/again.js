/* A search is sent by POST, so that no NIK stands in an address; but going back to
   its answer would only show the browser's warning about sending a form again.
   The form with data-desa-module="again" leaves its words with the page's place in
   the history, as the browser would have done, and asks once more when that place
   comes back. Without the script the warning stays. */
(function () {
  "use strict";

  function fill(text) {
    var page = new DOMParser().parseFromString(text, "text/html");
    var here = document.querySelector("main"), found = page.querySelector("main");
    if (!here || !found) return;
    here.replaceWith(document.adoptNode(found));
    document.title = page.title;
    var first = found.querySelector("[autofocus]");
    if (first) first.focus();
  }

  function ask(form, box, words) {
    box.value = words;
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(fill)
      .catch(function () { /* The words stand in the box; Enter asks again. */ });
  }

  document.querySelectorAll('[data-desa-module~="again"]').forEach(function (form) {
    var box = form.querySelector("input[type=search]"), kept = history.state && history.state.words;
    if (new URL(form.action).pathname !== location.pathname || !window.fetch) return;
    if (box.defaultValue) history.replaceState({ words: box.defaultValue }, "", location.pathname);
    else if (kept) ask(form, box, kept);
  });
})();

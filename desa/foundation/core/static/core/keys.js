/* Keyboard of the office. Everything here also works by pressing the
   button itself: the script only finds what a key stands for, so a page without
   it loses nothing but speed.
   - data-key="F9": the key presses this element, or puts the cursor in it.
   - data-desa-list: Up and Down walk through the links inside.
   - a form is sent once: its buttons rest until the next page comes. */
(function () {
  "use strict";
  var REST_MS = 10000;

  function nameOf(event) {
    return (event.ctrlKey ? "Ctrl+" : "") + event.key;
  }

  function press(element) {
    if (!element.matches("input:not([type=submit]), select, textarea")) return element.click();
    element.focus();
    if (element.select) element.select();
  }

  function target(name) {
    var found = document.querySelector('[data-key="' + name + '"]');
    if (!found && name === "Escape") found = document.querySelector('[data-key="F2"]');
    return found && !found.disabled ? found : null;
  }

  function walk(event) {
    var links = Array.from(document.querySelectorAll("[data-desa-list] a"));
    var search = document.querySelector('[data-key="F2"]');
    var here = links.indexOf(document.activeElement);
    if (!links.length || (here < 0 && document.activeElement !== search)) return;
    var next = here + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (next < 0 && search) search.focus();
    else if (next < links.length) links[Math.max(next, 0)].focus();
  }

  function onKey(event) {
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return walk(event);
    if (!/^(F[2789]|Escape|Ctrl\+Enter)$/.test(nameOf(event))) return;
    var found = target(nameOf(event));
    if (!found) return;
    event.preventDefault();
    press(found);
  }

  function buttons(form) {
    return Array.from(form.elements).filter(function (element) {
      return element.type === "submit";
    });
  }

  function rest(form, resting) {
    form.toggleAttribute("data-sent", resting);
    buttons(form).forEach(function (button) { button.disabled = resting; });
  }

  function onSubmit(event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) return event.preventDefault();
    if (event.defaultPrevented || form.target === "_blank") return;
    form.setAttribute("data-sent", "");
    /* After the browser has read the form: a disabled button sends no value. */
    setTimeout(function () { rest(form, true); }, 0);
    setTimeout(function () { rest(form, false); }, REST_MS);
  }

  function onShow() {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { rest(form, false); });
  }

  document.querySelectorAll('[data-desa-module="keys"]').forEach(function (root) {
    root.addEventListener("keydown", onKey);
    root.addEventListener("submit", onSubmit);
    window.addEventListener("pageshow", onShow);
  });
})();

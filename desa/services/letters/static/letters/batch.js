/* The kades' list: one box for all, and the button says how many letters it approves.
   Without it each box is ticked by hand and the button approves what is ticked. */
(function () {
  "use strict";

  function start(form) {
    var boxes = Array.from(form.querySelectorAll('ul input[type="checkbox"]'));
    var row = form.querySelector("[data-all]"), all = row.querySelector("input");
    var button = document.querySelector('button[form="' + form.id + '"]');
    var text = button.querySelector("[data-count]");

    function show() {
      var ticked = boxes.filter(function (box) { return box.checked; }).length;
      text.textContent = text.dataset.count.replace("{n}", ticked);
      button.disabled = ticked === 0;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    }

    row.hidden = false;
    all.addEventListener("change", function () {
      boxes.forEach(function (box) { box.checked = all.checked; });
      show();
    });
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show);
  }

  document.querySelectorAll('[data-desa-module="batch"]').forEach(start);
})();

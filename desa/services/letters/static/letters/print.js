/* The button that prints this page; without the script the words beside it say how. */
(function () {
  "use strict";
  document.querySelectorAll('[data-desa-module="print"]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();

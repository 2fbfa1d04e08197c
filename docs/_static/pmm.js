// What scrolls sideways can be reached with the keyboard, and says what it is; what fits is left alone.
"use strict";

function reachable() {
  for (const area of document.querySelectorAll(".table-wrapper, .diagram, div.highlight pre")) {
    if (area.scrollWidth > area.clientWidth) {
      area.tabIndex = 0;
    } else {
      area.removeAttribute("tabindex");
    }
  }
}

reachable();
window.addEventListener("resize", reachable);

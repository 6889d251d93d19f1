// Moves between the slides with the keys that presenters use. The links do the same without it.
"use strict";

const slides = [...document.querySelectorAll("section")];
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

function current() {
  const middle = window.innerHeight / 2;
  return slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in steps || event.key === "Home" || event.key === "End")) return;
  const last = slides.length - 1;
  const index = event.key === "Home" ? 0 : event.key === "End" ? last : current() + steps[event.key];
  const slide = slides[Math.min(last, Math.max(0, index))];
  event.preventDefault();
  slide.scrollIntoView();
  slide.focus({ preventScroll: true });
});

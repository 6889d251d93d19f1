// Moves between the slides with the keys that presenters use. The links do the same without it.

const slides = [...document.querySelectorAll("section")]
/** @type {Record<string, number>} */
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }
const last = slides.length - 1

// The slide one is on. While the page still glides to it, the page itself does not know.
let current = 0
// Whether somebody has moved the page by other means than a key or a link: then the page knows best.
let moved = true

function place() {
  const middle = window.innerHeight / 2
  return Math.max(
    0,
    slides.findIndex(slide => slide.getBoundingClientRect().bottom > middle),
  )
}

/**
 * What is now in focus, or named by the address, says which slide one is on.
 *
 * @param {EventTarget | null} on
 */
function arrive(on) {
  const index = slides.findIndex(slide => on instanceof Node && slide.contains(on))
  if (index < 0) return
  current = index
  moved = false
}

document.addEventListener("focusin", event => arrive(event.target))
addEventListener("hashchange", () => arrive(document.getElementById(location.hash.slice(1))))
for (const type of ["wheel", "touchmove", "pointerdown"])
  addEventListener(
    type,
    () => {
      moved = true
    },
    { passive: true },
  )

document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in steps || event.key === "Home" || event.key === "End"))
    return
  event.preventDefault()
  const step = event.key === " " && event.shiftKey ? -1 : steps[event.key]
  const index = event.key === "Home" ? 0 : event.key === "End" ? last : (moved ? place() : current) + step
  const slide = slides[Math.min(last, Math.max(0, index))]
  slide.scrollIntoView()
  slide.focus({ preventScroll: true })
  arrive(slide)
})

const full = document.getElementById("fuld")
if (full && document.fullscreenEnabled) {
  full.hidden = false
  full.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  )
}

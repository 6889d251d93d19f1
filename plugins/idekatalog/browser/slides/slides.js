// Moves between the slides with the keys that presenters use, keeps the time, and shows the teacher's notes in a window of their own.
// The links do the same without it, and the notes stay hidden.

const slides = [...document.querySelectorAll("section")]
/** @type {Record<string, number>} */
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }
const last = slides.length - 1
const title = document.title
// What is said of them, in the language of the page.
const words = document.body.dataset
// The same page shows the notes, when its address asks for them.
const presenting = new URLSearchParams(location.search).has("noter")
// The windows of one set of slides follow each other. Nothing is kept, and nothing leaves the browser.
const windows = new BroadcastChannel(`dias ${location.pathname}`)

/** @param {string} id */
const part = id => /** @type {HTMLElement} */ (document.getElementById(id))

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
 * Says everywhere which slide one is on: in the title, in the address and in the other windows.
 *
 * @param {number} index
 * @param {boolean} [tell]
 */
function settle(index, tell = true) {
  current = index
  document.title = index
    ? `${(words.number ?? "").replace("{n}", String(index)).replace("{alle}", String(last))} · ${title}`
    : title
  if (location.hash !== `#dias-${index}` && (index || location.hash))
    history.replaceState(null, "", `${location.search}#dias-${index}`)
  for (const [number, slide] of slides.entries()) slide.classList.toggle("now", number === index)
  if (tell) windows.postMessage({ slide: index })
  showClock()
  const after = slides[index + 1]?.querySelector("h2")?.textContent
  part("next").textContent = after ? (words.next ?? "").replace("{titel}", after) : (words.last ?? "")
}

/**
 * What is now in focus, or named by the address, says which slide one is on.
 *
 * @param {EventTarget | null} on
 */
function arrive(on) {
  const index = slides.findIndex(slide => on instanceof Node && slide.contains(on))
  if (index < 0) return
  moved = false
  if (index !== current) settle(index)
}

/**
 * @param {number} index
 * @param {boolean} [tell]
 */
function go(index, tell = true) {
  const slide = slides[Math.min(last, Math.max(0, index))]
  moved = false
  settle(slides.indexOf(slide), tell)
  // Where a wheel still moves the page, its own move would win over one that is asked for at once.
  requestAnimationFrame(() => slide.scrollIntoView())
  slide.focus({ preventScroll: true })
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
addEventListener("scrollend", () => {
  if (moved && !presenting && place() !== current) settle(place())
})
windows.addEventListener("message", ({ data }) => {
  if (data.ask) windows.postMessage({ slide: current })
  else if (data.slide !== current) go(data.slide, false)
})

document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === "f" || event.key === "F") return full()
  if (event.key === "n" || event.key === "N") return notes()
  // A button is pressed by the space bar.
  if (event.key === " " && event.target instanceof HTMLButtonElement) return
  if (!(event.key in steps || event.key === "Home" || event.key === "End")) return
  event.preventDefault()
  const step = event.key === " " && event.shiftKey ? -1 : steps[event.key]
  const here = moved && !presenting ? place() : current
  go(event.key === "Home" ? 0 : event.key === "End" ? last : here + step)
})

function full() {
  if (!document.fullscreenEnabled) return
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen()
}

function notes() {
  if (!presenting) window.open(`?noter#dias-${current}`, "noter", "popup,width=900,height=700")
}

// --- The clock ---

/** When the time is up; 0 where no clock runs. */
let end = 0
let ticking = 0

function showClock() {
  const timed = slides[current].hasAttribute("data-timed")
  part("clock").hidden = presenting || !(timed || end)
  part("clock").classList.toggle("running", end > 0)
}

function tick() {
  const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000))
  part("left").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  if (seconds) return
  clearInterval(ticking)
  part("over").textContent = words.over ?? ""
}

part("clock").addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return
  clearInterval(ticking)
  const minutes = Number(target.dataset.minutes ?? 0)
  end = minutes ? Date.now() + minutes * 60_000 : 0
  part("over").textContent = ""
  part("left").textContent = ""
  part("stop").hidden = !end
  if (end) {
    tick()
    ticking = setInterval(tick, 250)
  }
  showClock()
})

part("tools").hidden = presenting
part("fuld").hidden = !document.fullscreenEnabled
part("fuld").addEventListener("click", full)
part("noter").addEventListener("click", notes)
if (presenting) {
  document.documentElement.classList.add("presenting")
  part("next").hidden = false
  windows.postMessage({ ask: true })
}
settle(Math.max(0, slides.indexOf(/** @type {HTMLElement} */ (document.getElementById(location.hash.slice(1))))), false)
moved = !location.hash

// Makes the drawn plan a map that can be moved and asked. All it shows stands in the page already:
// the words are taken from the table, the symbols from the plan. Nothing is fetched and nothing is stored.

/** @typedef {{ row: HTMLElement, at: [number, number], label: string, button: HTMLElement, drawn: Element }} Place */
/**
 * @typedef {{
 *   root: HTMLElement, table: HTMLTableElement, plan: SVGElement, live: HTMLElement, filter: HTMLElement,
 * }} Parts What the page of the map is made of.
 */

/** @param {Parts} parts */
function start({ root, table, plan, live, filter }) {
  const width = Number(plan.dataset.width)
  const height = Number(plan.dataset.height)
  /** @type {L.LatLngBoundsLiteral} */
  const whole = [
    [0, 0],
    [height, width],
  ]
  const moving = !window.matchMedia("(prefers-reduced-motion: reduce)").matches

  live.hidden = false
  filter.hidden = false
  live.style.aspectRatio = `${width} / ${height}`
  root.classList.add("kort-er-levende")

  const map = L.map(live, {
    crs: L.CRS.Simple,
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0,
    zoomDelta: 0.75,
    maxBounds: L.latLngBounds(whole).pad(2),
    zoomAnimation: moving,
    fadeAnimation: moving,
    markerZoomAnimation: moving,
    inertia: moving,
  })
  L.control.zoom({ position: "bottomright", zoomInTitle: root.dataset.closer, zoomOutTitle: root.dataset.farther }).addTo(map)
  // Their names say the same.
  for (const button of live.querySelectorAll(".leaflet-control-zoom a")) button.removeAttribute("title")
  L.imageOverlay(plan.querySelector("image")?.getAttribute("href") ?? "", whole, { alt: "" }).addTo(map)

  // The whole plan is the least one can see. There, a finger moves the page and not the map.
  const isWhole = () => map.getZoom() < map.getMinZoom() + 0.01
  function fit() {
    if (!live.clientWidth) return
    const stay = "_loaded" in map && map._loaded && !isWhole()
    map.setMinZoom(-10).setMaxZoom(10)
    const least = map.getBoundsZoom(whole)
    if (!stay || map.getZoom() < least) map.fitBounds(whole, { animate: false })
    map.setMinZoom(least).setMaxZoom(least + 3)
    hold()
  }
  function hold() {
    map.dragging[isWhole() ? "disable" : "enable"]()
  }
  map.on("zoomend", hold)
  map.on("resize", fit)
  fit()

  // Smaller on a phone, and never too small for a finger.
  const side = Math.min(38, Math.max(30, live.clientWidth / 12))
  /** @type {any} What Leaflet says of its classes does not reach what they extend. */
  const Mark = L.Icon.extend({
    options: { iconSize: [side, side], iconAnchor: [side / 2, side / 2], className: "kort-knap" },
    /** @this {any} An icon of Leaflet's, which gives its size and place in a method of its own. */
    createIcon() {
      const button = document.createElement("button")
      button.type = "button"
      button.setAttribute("aria-label", this.options.label)
      button.setAttribute("aria-haspopup", "dialog")
      button.setAttribute("aria-expanded", "false")
      button.append(this.options.symbol.cloneNode(true))
      this._setIconStyles(button, "icon")
      // A button of its own: the map must not take its click for one on the plan.
      L.DomEvent.disableClickPropagation(button)
      return button
    },
    createShadow: () => null,
  })

  const popup = L.popup({ closeButton: false, offset: [0, -12], autoPan: false })
  /** @type {Place | null} */
  let open = null

  /**
   * The words of a place, as its row of the table has them.
   *
   * @param {Place} place
   */
  function say(place) {
    const words = document.createElement("div")
    words.className = "kort-ord"
    words.tabIndex = -1
    words.setAttribute("role", "dialog")
    words.setAttribute("aria-label", place.label)
    const head = document.createElement("p")
    const name = document.createElement("strong")
    name.textContent = text(place, ".kort-navn")
    head.append(name, `${place.row.dataset.kind} · ${text(place, ".kort-kategori")}`)
    const said = document.createElement("p")
    said.textContent = text(place, ".kort-sagt")
    const shut = document.createElement("button")
    shut.type = "button"
    shut.textContent = root.dataset.shut ?? ""
    shut.addEventListener("click", close)
    words.append(head, said, shut)
    return words
  }

  /**
   * @param {Place} place
   * @param {string} selector
   */
  const text = (place, selector) => place.row.querySelector(selector)?.textContent ?? ""

  // At once and not by gliding, as Leaflet does: a button that moves is hard to hit.
  function reveal() {
    const edge = 8
    const outer = live.getBoundingClientRect()
    const inner = popup.getElement()?.getBoundingClientRect() ?? outer
    const right = Math.max(0, inner.right - outer.right + edge) || Math.min(0, inner.left - outer.left - edge)
    const down = Math.min(0, inner.top - outer.top - edge) || Math.max(0, inner.bottom - outer.bottom + edge)
    map.panBy([right, down], { animate: false })
  }

  /** @param {Place} place */
  function show(place) {
    if (open === place) return close()
    const words = say(place)
    popup.options.maxWidth = Math.min(300, live.clientWidth - 40)
    popup.options.minWidth = Math.min(220, popup.options.maxWidth)
    popup.options.maxHeight = live.clientHeight - 70
    popup.setLatLng(place.at).setContent(words).openOn(map)
    open = place
    place.button.setAttribute("aria-expanded", "true")
    reveal()
    words.focus({ preventScroll: true })
  }

  function close() {
    const place = open
    map.closePopup(popup)
    if (place) place.button.focus({ preventScroll: true })
  }

  map.on("popupclose", () => {
    if (open) open.button.setAttribute("aria-expanded", "false")
    open = null
    if (isWhole()) map.fitBounds(whole, { animate: false })
  })
  live.addEventListener(
    "keydown",
    event => {
      if (event.key !== "Escape" || !open) return
      event.stopPropagation()
      close()
    },
    true,
  )

  /** @type {NodeListOf<HTMLElement>} */
  const rows = table.querySelectorAll("tr[data-category]")
  const places = [...rows].flatMap(row => {
    const { x, y, label = "" } = row.dataset
    const drawn = plan.querySelector(`[data-place="${row.id}"]`)
    const symbol = drawn?.querySelector("svg")
    if (!drawn || !symbol) return []
    /** @type {[number, number]} */
    const at = [height - Number(y), Number(x)]
    const marker = L.marker(at, { icon: new Mark({ label, symbol }), keyboard: false, interactive: false }).addTo(map)
    const button = marker.getElement()
    if (!button) return []
    /** @type {Place} */
    const place = { row, at, label, button, drawn }
    button.addEventListener("click", () => show(place))
    return [place]
  })

  // No box ticked: everything. Map, table and what is printed follow together.
  const boxes = [...filter.querySelectorAll("input")]
  // A browser may tick them as they were before the page was loaded again.
  for (const box of boxes) box.checked = false
  const said = filter.querySelector(".kort-antal")
  const all = said?.textContent ?? ""
  filter.addEventListener("change", () => {
    const chosen = new Set(boxes.filter(box => box.checked).map(box => box.value))
    let count = 0
    for (const place of places) {
      const hidden = chosen.size > 0 && !chosen.has(place.row.dataset.category ?? "")
      for (const part of [place.row, place.button, place.drawn]) part.toggleAttribute("hidden", hidden)
      if (hidden && open === place) map.closePopup(popup)
      if (!hidden) count += 1
    }
    for (const group of table.tBodies) group.hidden = !group.querySelector("tr[data-category]:not([hidden])")
    if (said)
      said.textContent =
        count === places.length
          ? all
          : (root.dataset.some ?? "").replace("{antal}", String(count)).replace("{alle}", String(places.length))
  })
}

{
  const root = document.getElementById("kort")
  const table = document.getElementById("kort-tabel")
  const [plan, live, filter] = [".kort-plan", ".kort-levende", ".kort-filter"].map(part => root?.querySelector(part))
  const isWhole =
    table instanceof HTMLTableElement &&
    plan instanceof SVGElement &&
    live instanceof HTMLElement &&
    filter instanceof HTMLElement
  if (root && isWhole && "L" in window) start({ root, table, plan, live, filter })
}

// Makes the drawn plan a map that can be moved and asked. All it shows stands in the page already:
// the words are taken from the table, the symbols from the plan. Nothing is fetched and nothing is stored.
"use strict"

;(() => {
  const root = document.getElementById("kort")
  const table = document.getElementById("kort-tabel")
  if (!root || !table || !window.L) return

  const plan = root.querySelector(".kort-plan")
  const live = root.querySelector(".kort-levende")
  const filter = root.querySelector(".kort-filter")
  const width = Number(plan.dataset.width)
  const height = Number(plan.dataset.height)
  const whole = [
    [0, 0],
    [height, width],
  ]
  const moving = !window.matchMedia("(prefers-reduced-motion: reduce)").matches

  live.hidden = filter.hidden = false
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
  L.control.zoom({ position: "bottomright", zoomInTitle: "Zoom ind", zoomOutTitle: "Zoom ud" }).addTo(map)
  // Their names say the same.
  for (const button of live.querySelectorAll(".leaflet-control-zoom a")) button.removeAttribute("title")
  L.imageOverlay(plan.querySelector("image").getAttribute("href"), whole, { alt: "" }).addTo(map)

  // The whole plan is the least one can see. There, a finger moves the page and not the map.
  const isWhole = () => map.getZoom() < map.getMinZoom() + 0.01
  function fit() {
    if (!live.clientWidth) return
    const stay = map._loaded && !isWhole()
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
  const Symbol = L.Icon.extend({
    options: { iconSize: [side, side], iconAnchor: [side / 2, side / 2], className: "kort-knap" },
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
  let open = null

  function say(place) {
    const words = document.createElement("div")
    words.className = "kort-ord"
    words.tabIndex = -1
    words.setAttribute("role", "dialog")
    words.setAttribute("aria-label", place.label)
    const head = document.createElement("p")
    const name = document.createElement("strong")
    name.textContent = place.row.querySelector(".kort-navn").textContent
    head.append(name, `${place.row.dataset.kind} · ${place.row.querySelector(".kort-kategori").textContent}`)
    const said = document.createElement("p")
    said.textContent = place.row.querySelector(".kort-sagt").textContent
    const shut = document.createElement("button")
    shut.type = "button"
    shut.textContent = "Luk"
    shut.addEventListener("click", close)
    words.append(head, said, shut)
    return words
  }

  // At once and not by gliding, as Leaflet does: a button that moves is hard to hit.
  function reveal() {
    const edge = 8
    const outer = live.getBoundingClientRect()
    const inner = popup.getElement().getBoundingClientRect()
    const right = Math.max(0, inner.right - outer.right + edge) || Math.min(0, inner.left - outer.left - edge)
    const down = Math.min(0, inner.top - outer.top - edge) || Math.max(0, inner.bottom - outer.bottom + edge)
    map.panBy([right, down], { animate: false })
  }

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

  const places = [...table.querySelectorAll("tr[data-category]")].map(row => {
    const at = [height - Number(row.dataset.y), Number(row.dataset.x)]
    const drawn = plan.querySelector(`[data-place="${row.id}"]`)
    const icon = new Symbol({ label: row.dataset.label, symbol: drawn.querySelector("svg") })
    const marker = L.marker(at, { icon, keyboard: false, interactive: false }).addTo(map)
    const place = { row, at, label: row.dataset.label, button: marker.getElement(), drawn }
    place.button.addEventListener("click", () => show(place))
    return place
  })

  // No box ticked: everything. Map, table and what is printed follow together.
  const boxes = [...filter.querySelectorAll("input")]
  // A browser may tick them as they were before the page was loaded again.
  for (const box of boxes) box.checked = false
  filter.addEventListener("change", () => {
    const chosen = new Set(boxes.filter(box => box.checked).map(box => box.value))
    let count = 0
    for (const place of places) {
      const hidden = chosen.size > 0 && !chosen.has(place.row.dataset.category)
      for (const part of [place.row, place.button, place.drawn]) part.toggleAttribute("hidden", hidden)
      if (hidden && open === place) map.closePopup(popup)
      if (!hidden) count += 1
    }
    for (const group of table.tBodies) group.hidden = !group.querySelector("tr[data-category]:not([hidden])")
    filter.querySelector(".kort-antal").textContent =
      count === places.length ? `Viser alle ${count} steder.` : `Viser ${count} af ${places.length} steder.`
  })
})()

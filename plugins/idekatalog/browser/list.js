// A list with filters: the style hides what does not fit; this says how many are left to whoever does not see it.
import { _ } from "./words.js"

const said = document.querySelector("#sagt")
const list = document.querySelector(".filtered")

list?.addEventListener("change", () => {
  const cards = [...list.querySelectorAll(".card:not(.find)")]
  const shown = cards.filter(card => card.getClientRects().length > 0)
  if (said) said.textContent = _("Viser {antal} af {alle}.", { antal: shown.length, alle: cards.length })
})

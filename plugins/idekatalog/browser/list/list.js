// A list with filters: the style hides what does not fit; this says how many are left to whoever does not see it.

const said = document.querySelector("#sagt")
const list = document.querySelector(".filtered")

list?.addEventListener("change", () => {
  const cards = [...list.querySelectorAll(".card:not(.find)")]
  const shown = cards.filter(card => card.getClientRects().length > 0)
  if (said) said.textContent = `Viser ${shown.length} af ${cards.length}.`
})

// The order of the guides: nobody is left out, and whoever carries most of what is chosen comes first.

/** @typedef {{ place: number, fits: number[] }} Ranked a guide by its place in the catalogue, and the choices it carries */

/**
 * Every guide, those first that carry most of the choices. Of two that carry as many, the one comes first whose choices are
 * rarer: what only few guides carry says more than what most do. Else they stay in the order of the catalogue.
 *
 * @param {number[][]} carries what each guide carries
 * @param {number[]} chosen
 * @returns {Ranked[]}
 */
export function rank(carries, chosen) {
  const holders = new Map(chosen.map(choice => [choice, 0]))
  const ranked = carries.map((carried, place) => {
    const fits = chosen.filter(choice => carried.includes(choice))
    for (const choice of fits) holders.set(choice, (holders.get(choice) ?? 0) + 1)
    return { place, fits }
  })
  /** @param {Ranked} guide */
  const rarity = ({ fits }) => fits.reduce((sum, choice) => sum + Math.log(carries.length / (holders.get(choice) ?? 1)), 0)
  const weighed = ranked.map(guide => ({ guide, rarity: rarity(guide) }))
  weighed.sort((one, other) => other.guide.fits.length - one.guide.fits.length || other.rarity - one.rarity)
  return weighed.map(({ guide }) => guide)
}

/**
 * What is to be said of an order: how well the best fit, in one or two sentences.
 *
 * @param {Ranked[]} ranked
 * @param {number} wanted how many choices there are
 */
export function summary(ranked, wanted) {
  const of = /** @param {number} count */ count => (count === 1 ? "1 guide" : `${count} guider`)
  if (!wanted) return `Vælg det, I ser. Her er ${of(ranked.length)}.`
  const fitting = ranked.filter(({ fits }) => fits.length)
  const top = fitting[0]?.fits.length ?? 0
  const best = fitting.filter(({ fits }) => fits.length === top).length
  if (wanted === 1) return `${of(best)} passer på jeres valg.`
  const rest = fitting.length - best
  const others = rest ? ` ${rest} mere passer på noget af det.` : ""
  if (top === wanted) return `${of(best)} passer på alle jeres ${wanted} valg.${others}`
  return `${best === 1 ? "Den bedste" : `De ${best} bedste`} passer på ${top} af jeres ${wanted} valg.${others}`
}

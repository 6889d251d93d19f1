// The order of the guides: nobody is left out, and whoever carries most of what is chosen comes first.
import { plural } from "../words.js"

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
  if (!wanted) return plural("Vælg det, I ser. Her er {n} guide.", "Vælg det, I ser. Her er {n} guider.", ranked.length)
  const fitting = ranked.filter(({ fits }) => fits.length)
  const top = fitting[0]?.fits.length ?? 0
  const best = fitting.filter(({ fits }) => fits.length === top).length
  if (wanted === 1) return plural("{n} guide passer på jeres valg.", "{n} guider passer på jeres valg.", best)
  const rest = fitting.length - best
  const others = rest ? ` ${plural("{n} mere passer på noget af det.", "{n} mere passer på noget af det.", rest)}` : ""
  if (top === wanted)
    return (
      plural("{n} guide passer på alle jeres {valg} valg.", "{n} guider passer på alle jeres {valg} valg.", best, {
        valg: wanted,
      }) + others
    )
  return (
    plural("Den bedste passer på {antal} af jeres {valg} valg.", "De {n} bedste passer på {antal} af jeres {valg} valg.", best, {
      antal: top,
      valg: wanted,
    }) + others
  )
}

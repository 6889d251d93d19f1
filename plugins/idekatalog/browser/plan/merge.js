// One action plan of several guides, as data: no page in here.

/** @typedef {{ text: string, note: string }} Item What is said, and what is said small after it. */
/**
 * A guide as `plan.json` has it.
 *
 * @typedef {{
 *   id: string, noun: string, title: string, imprint: string, guide: string, checklist: string, phases: Record<string, Item[]>,
 *   tasks: { role: string, text: string }[], challenges: string[], resources: string[], materials: Item[], care: Item[],
 * }} Guide
 */

/**
 * The guides that the query of an address names, each once, in its order; and how many it names that there are not.
 *
 * @param {string} search
 * @param {Guide[]} all
 */
export function chosen(search, all) {
  const named = (new URLSearchParams(search).get("valg") ?? "").split(",").map(id => id.trim())
  const ids = [...new Set(named.filter(Boolean))]
  const guides = ids.flatMap(id => all.find(guide => guide.id === id) ?? [])
  return { guides, unknown: ids.length - guides.length }
}

/**
 * What names these guides in an address, and nothing else: whatever somebody has written into this one goes no further.
 *
 * @param {Guide[]} guides
 */
export const query = guides => (guides.length ? `?valg=${guides.map(guide => guide.id).join(",")}` : "")

/**
 * Every step of a phase, guide by guide.
 *
 * @param {Guide[]} guides
 * @param {string} phase
 */
export const steps = (guides, phase) => guides.flatMap(guide => guide.phases[phase] ?? [])

/**
 * What each role has to do, role by role.
 *
 * @param {Guide[]} guides
 */
export function roles(guides) {
  /** @type {Map<string, string[]>} */
  const tasks = new Map()
  for (const { role, text } of guides.flatMap(guide => guide.tasks)) tasks.set(role, [...(tasks.get(role) ?? []), text])
  return [...tasks].map(([role, lines]) => ({ role, lines }))
}

/**
 * From each challenge to the guides that answer it, and the resources they use.
 *
 * @param {Guide[]} guides
 */
export function couplings(guides) {
  const challenges = [...new Set(guides.flatMap(guide => guide.challenges))]
  return challenges.map(challenge => {
    const answers = guides.filter(guide => guide.challenges.includes(challenge))
    return {
      challenge,
      answers: answers.map(guide => guide.title),
      resources: [...new Set(answers.flatMap(guide => guide.resources))],
    }
  })
}

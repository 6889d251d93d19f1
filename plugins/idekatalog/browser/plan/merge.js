// One action plan of several guides, as data: no page in here.

/** @typedef {{ text: string, note: string }} Item What is said, and what is said small after it. */
/** @typedef {Item & { key: string, remember: string }} Step */
/** @typedef {{ role: string, presence: string, text: string }} Task */
/** @typedef {{ number: number, title: string }} Whose The place in the plan and the title of the guide that something is from. */
/**
 * A guide as its file has it.
 *
 * @typedef {{
 *   id: string, kind: string, title: string, imprint: string, guide: string, checklist: string, drawing: string,
 *   phases: Record<string, Step[]>, tasks: Task[], challenges: string[], resources: string[], materials: Item[], care: Item[],
 * }} Guide
 */

/**
 * The ids of guides that the query of an address names, each once, in its order; and how many it names that there are not.
 *
 * @param {string} search
 * @param {string[]} all
 */
export function chosen(search, all) {
  const named = (new URLSearchParams(search).get("valg") ?? "").split(",").map(id => id.trim())
  const every = [...new Set(named.filter(Boolean))]
  const ids = every.filter(id => all.includes(id))
  return { ids, unknown: every.length - ids.length }
}

/**
 * What names these guides in an address, and nothing else: whatever somebody has written into this one goes no further.
 *
 * @param {string[]} ids
 */
export const query = ids => (ids.length ? `?valg=${ids.join(",")}` : "")

/**
 * Every item of the guides, guide by guide, with whose it is.
 *
 * @template Of
 * @param {Guide[]} guides
 * @param {(guide: Guide) => Of[]} of
 */
export const every = (guides, of) =>
  guides.flatMap((guide, number) => of(guide).map(item => ({ item, number, title: guide.title })))

/**
 * What each role has to do, role by role.
 *
 * @param {Guide[]} guides
 */
export function roles(guides) {
  /** @type {Map<string, (Whose & { item: Task })[]>} */
  const tasks = new Map()
  for (const task of every(guides, guide => guide.tasks)) tasks.set(task.item.role, [...(tasks.get(task.item.role) ?? []), task])
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

// The index as the build wrote it, in the form that MiniSearch loads: serialization version 2.

// A row is a term and where it is: "3grup 0a,1*2 4e" is the first three letters of the term before it and "grup"; in
// field 0 of document 10 once and of document 11 twice; in field 4 of document 14. Numbers are to the base of 36, and a
// document is the step from the one before it.
export function miniSearchIndex({ fields, rows }, documents) {
  const lengths = Array.from({ length: documents }, () => fields.map(() => 0))
  const index = []
  let term = ""
  for (const row of rows.split("\n")) {
    const [head, ...lists] = row.split(" ")
    term = term.slice(0, parseInt(head[0], 36)) + head.slice(1)
    const found = {}
    for (const list of lists) {
      const field = Number(list[0])
      found[field] = {}
      let document = 0
      for (const step of list.slice(1).split(",")) {
        const [delta, often] = step.split("*")
        document += parseInt(delta, 36)
        found[field][document] = often ? parseInt(often, 36) : 1
        lengths[document][field] += 1
      }
    }
    index.push([term, found])
  }
  return {
    documentCount: documents,
    nextId: documents,
    documentIds: Object.fromEntries(lengths.map((_, document) => [document, document])),
    fieldIds: Object.fromEntries(fields.map((name, field) => [name, field])),
    fieldLength: Object.fromEntries(lengths.map((length, document) => [document, length])),
    averageFieldLength: fields.map((_, field) => average(lengths.map(length => length[field]))),
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  }
}

// The same sum in the same order as MiniSearch, so that the same number comes out.
const average = lengths => lengths.reduce((sum, length, count) => (sum * count + length) / (count + 1), 0)

import type { ArticleRecord } from '../../src/domain/record.ts'

/** What keeps a record from being closed, in words: ids that it names and does not hold, circles, spans that lie elsewhere. */
export function findOpenLinks({
  article,
  claims,
  sources,
  voices,
  entities,
  mentions,
  candidates,
}: ArticleRecord): string[] {
  const text = [...article.text]
  const has = (rows: readonly { readonly id: string }[]) => new Set<string | null>([null, ...rows.map(({ id }) => id)])
  const [claimIds, sourceIds, entityIds] = [has(claims), has(sources), has(entities)]
  const found: string[] = []
  const check = (holds: boolean, what: string) => {
    if (!holds) found.push(what)
  }
  for (const claim of claims) {
    for (const id of [claim.parentId, claim.corroboratedById])
      check(claimIds.has(id), `claim ${id} of claim ${claim.id}`)
    for (const id of [claim.sourceId, claim.citedId, claim.relayedById]) check(sourceIds.has(id), `source ${id}`)
    check(
      claim.spans.some(({ role }) => role === 'cue'),
      `no cue in ${claim.id}`,
    )
  }
  for (const source of sources) {
    check(sourceIds.has(source.antecedentId), `antecedent ${source.antecedentId} of ${source.id}`)
    check(entityIds.has(source.entityId), `entity ${source.entityId} of ${source.id}`)
    check(source.spans.length > 0, `no words in ${source.id}`)
  }
  const voiced = new Set<string>()
  for (const voice of voices) {
    check(entityIds.has(voice.entityId), `entity ${voice.entityId} of ${voice.id}`)
    for (const { claimId } of voice.claims) {
      const claim = claims.find(({ id }) => id === claimId)
      check(claim !== undefined && claim.sourceId !== null && !voiced.has(claimId), `claim ${claimId} of ${voice.id}`)
      voiced.add(claimId)
    }
    const fields = [voice.role, voice.affiliation, ...voice.evidence].map(field => field?.span ?? null)
    for (const span of fields) check(span === null || span.end <= text.length, `a span of ${voice.id}`)
  }
  for (const mention of mentions) check(entityIds.has(mention.entityId), `entity ${mention.entityId} of a mention`)
  for (const [what, links] of [
    ['parents', new Map(claims.map(({ id, parentId }) => [id, parentId]))],
    ['antecedents', new Map(sources.map(({ id, antecedentId }) => [id, antecedentId]))],
  ] as const) {
    for (const id of links.keys()) {
      let steps = 0
      for (let next = links.get(id) ?? null; next !== null && steps <= links.size; steps += 1)
        next = links.get(next) ?? null
      check(steps <= links.size, `a circle of ${what} at ${id}`)
    }
  }
  for (const span of [claims, sources]
    .flat()
    .flatMap<{ start: number; end: number; text: string }>(({ spans }) => spans)) {
    check(span.text !== '' && text.slice(span.start, span.end).join('') === span.text, `span ${span.start}–${span.end}`)
  }
  for (const span of [...mentions, ...candidates, ...voices.map(({ first }) => first)]) {
    check(text.slice(span.start, span.end).join('') === span.text, `span ${span.start}–${span.end}`)
  }
  return found
}

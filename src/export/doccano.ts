import { type ArticleClaims, partsOf, streamArticles } from './article-claims.ts'
import type { FileFormat } from './export-format.ts'

const ROLES = ['source', 'content', 'addressee'] as const

/**
 * doccano's JSONL for sequence labelling with relations, an article a line: entities with code-point offsets, and
 * relations from each part of a claim to its cue. Entities overlap, which the project has to allow.
 */
export const doccano: FileFormat = {
  name: 'doccano',
  description: 'doccano JSONL: sequence labels with relations, an article a line',
  writes: 'file',
  extension: 'jsonl',
  async export(database, filter, write) {
    let count = 0
    // doccano joins relations to entities by these numbers, which must not come twice in an import.
    let entities = 0
    let relations = 0
    for await (const of of streamArticles(database, filter)) {
      const line = toLine(of, { entities, relations })
      entities += line.entities.length
      relations += line.relations.length
      count += of.claims.length
      await write(`${JSON.stringify(line)}\n`)
    }
    return count
  },
}

interface Entity {
  readonly id: number
  readonly label: string
  readonly start_offset: number
  readonly end_offset: number
}

function toLine({ article, text, claims }: ArticleClaims, before: { entities: number; relations: number }) {
  const entities: Entity[] = []
  const relations: { id: number; from_id: number; to_id: number; type: string; claim: string }[] = []
  const addAll = (label: string, words: Parameters<typeof partsOf>[1]) =>
    partsOf(text, words).map(({ start, end }) => {
      const entity = { id: before.entities + entities.length + 1, label, start_offset: start, end_offset: end }
      entities.push(entity)
      return entity.id
    })
  for (const claim of claims) {
    const [cue, ...otherCues] = addAll('cue', claim.cue)
    const relate = (type: string, parts: readonly number[]) => {
      for (const from_id of cue === undefined ? [] : parts)
        relations.push({
          id: before.relations + relations.length + 1,
          from_id,
          to_id: cue as number,
          type,
          claim: claim.id,
        })
    }
    relate('cue', otherCues)
    for (const role of ROLES) relate(role, addAll(role, claim[role]))
  }
  return { text: article.text, entities, relations, uri: article.uri, sha256: article.id }
}

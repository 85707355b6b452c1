import { type ArticleClaims, partsOf, streamArticles } from '../article-claims.ts'
import type { FileFormat } from '../export-format.ts'

/** What stands for the claim comes first. */
const ROLES = ['cue', 'source', 'content', 'addressee'] as const
/** A claim that somebody added may have no cue: its content stands for it then. */
const ROLES_WITHOUT_CUE = ['content', 'source', 'addressee'] as const

/**
 * doccano's JSONL for sequence labelling with relations, an article a line: entities, and relations from each part of a
 * claim to its cue. Entities overlap, which the project has to allow. Offsets are UTF-16, which doccano counts unless a
 * project is set to count graphemes (doccano issue 2290); fields that it does not know it gives back.
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
      const id = before.entities + entities.length + 1
      const entity = { id, label, start_offset: text.toUtf16(start), end_offset: text.toUtf16(end) }
      entities.push(entity)
      return entity.id
    })
  for (const claim of claims) {
    let head: number | null = null
    for (const role of claim.cue.spans.length > 0 ? ROLES : ROLES_WITHOUT_CUE)
      for (const from_id of addAll(role, claim[role])) {
        if (head === null) head = from_id
        else {
          const id = before.relations + relations.length + 1
          relations.push({ id, from_id, to_id: head, type: role, claim: claim.id })
        }
      }
  }
  const claimIds = claims.map(({ id }) => id)
  const { text: words, uri, id: sha256 } = article
  return { text: words, entities, relations, uri, sha256, offsets: 'utf-16', claims: claimIds }
}

import { type ArticleClaims, partsOf, streamArticles } from '../article-claims.ts'
import type { FileFormat } from '../export-format.ts'
import { cutIntoTokens } from './prodigy-tokens.ts'

/** What stands for the claim comes first. */
const ROLES = ['cue', 'source', 'content', 'addressee'] as const
/** A claim that somebody added may have no cue: its content stands for it then. */
const ROLES_WITHOUT_CUE = ['content', 'source', 'addressee'] as const

/**
 * Prodigy's task format, an article a line: its own tokens, so that every span begins and ends with one, spans with
 * code-point offsets, and relations from each part of a claim to its cue. Spans of a claim inside another's content
 * overlap, which `spans.manual` shows and `rel.manual` is not made for.
 */
export const prodigy: FileFormat = {
  name: 'prodigy',
  description: 'Prodigy JSONL: tokens, spans and relations, an article a line',
  writes: 'file',
  extension: 'jsonl',
  async export(database, filter, write) {
    let count = 0
    for await (const of of streamArticles(database, filter)) {
      await write(`${JSON.stringify(toTask(of))}\n`)
      count += of.claims.length
    }
    return count
  },
}

interface TaskSpan {
  readonly start: number
  readonly end: number
  readonly token_start: number
  /** Of the last token, inclusive. */
  readonly token_end: number
  readonly label: string
  /** Ids of the claims that it belongs to. */
  readonly claims: string[]
}

function toTask({ article, text, claims }: ArticleClaims) {
  const borders = claims
    .flatMap(({ source, cue, content, addressee }) => [source, cue, content, addressee])
    .flatMap(words => words?.spans ?? [])
    .flat()
  const tokens = cutIntoTokens(text, borders)
  const startsAt = new Map(tokens.map(({ start, id }) => [start, id]))
  const endsAt = new Map(tokens.map(({ end, id }) => [end, id]))
  const spans = new Map<string, TaskSpan>()
  const relations: object[] = []
  for (const claim of claims) {
    const addAll = (label: string, words: Parameters<typeof partsOf>[1]) =>
      partsOf(text, words).map(({ start, end }) => {
        const key = `${start} ${end} ${label}`
        const known = spans.get(key)
        if (known !== undefined) known.claims.push(claim.id)
        const span = known ?? {
          start,
          end,
          token_start: startsAt.get(start) ?? -1,
          token_end: endsAt.get(end) ?? -1,
          label,
          claims: [claim.id],
        }
        spans.set(key, span)
        return span
      })
    let head: TaskSpan | null = null
    for (const role of claim.cue.spans.length > 0 ? ROLES : ROLES_WITHOUT_CUE)
      for (const part of addAll(role, claim[role])) {
        if (head === null) head = part
        else relations.push(toRelation(part, head, role))
      }
  }
  return {
    text: article.text,
    tokens,
    spans: [...spans.values()].toSorted((a, b) => a.start - b.start || a.end - b.end),
    relations,
    meta: { source: article.uri, sha256: article.id },
    claims: claims.map(({ id }) => id),
  }
}

/** Head and child are the last tokens of their spans, as Prodigy writes them. */
function toRelation(child: TaskSpan, head: TaskSpan, label: string) {
  const withoutClaims = ({ claims: _, ...span }: TaskSpan) => span
  return {
    head: head.token_end,
    child: child.token_end,
    head_span: withoutClaims(head),
    child_span: withoutClaims(child),
    label,
  }
}

import type { SourceRecord } from '../../domain/record.ts'
import { readCorrectedRecord } from '../../store/queries/corrected-record.ts'
import { type ArticleClaims, type Part, partsOf, streamArticles } from '../article-claims.ts'
import type { FolderFormat } from '../export-format.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { fileName } from '../file-name.ts'

/**
 * The annotation format of Citron, the quotation extractor of BBC R&D: a JSON file an article. Indices are code
 * points, as Python counts. A quote has one cue there: of a cue in parts it gets the first, and `cues`, which Citron
 * passes over, has all of them.
 */
export const citron: FolderFormat = {
  name: 'citron',
  description: "BBC Citron's annotation format, a JSON file for each article",
  writes: 'folder',
  async export(database, filter, put) {
    let count = 0
    for await (const of of streamArticles(database, filter)) {
      const { sources, claims, mentions } = await readCorrectedRecord(database, of.article.id)
      const sourceById = new Map(sources.map(source => [source.id, source]))
      const sourceOf = new Map(claims.map(({ id, sourceId }) => [id, sourceById.get(sourceId ?? '') ?? null]))
      const chains = Map.groupBy(
        mentions.filter(({ chain }) => chain !== null),
        ({ chain }) => chain,
      )
      const document = {
        text: of.article.text,
        quotes: of.claims.map(claim => toQuote(of, claim, findFirst(sourceOf.get(claim.id) ?? null, sourceById))),
        coreference_groups: [...chains.values()]
          .filter(group => group.length > 1)
          .map(group => group.map(({ start, end, text }) => ({ start, end, text }))),
      }
      await put(`${fileName(of.article)}.json`, `${JSON.stringify(document, null, 1)}\n`)
      count += of.claims.length
    }
    return count
  },
}

function toQuote({ text }: ArticleClaims, claim: ExportedClaim, meant: readonly Part[]) {
  const cues = partsOf(text, claim.cue)
  return {
    cue: cues[0],
    ...(cues.length > 1 ? { cues } : {}),
    sources: partsOf(text, claim.source),
    contents: partsOf(text, claim.content),
    coreferences: meant,
    // Citron itself writes its confidence so, as text.
    confidence: claim.confidence.toFixed(4),
    id: claim.id,
  }
}

/** The first words for whom a source means, where it was resolved to others. */
function findFirst(source: SourceRecord | null, sourceById: ReadonlyMap<string, SourceRecord>): readonly Part[] {
  const seen = new Set<string>()
  let first = source
  while (first !== null && first.antecedentId !== null && !seen.has(first.id)) {
    seen.add(first.id)
    first = sourceById.get(first.antecedentId) ?? null
  }
  return first === null || first === source ? [] : first.spans.map(({ start, end, text }) => ({ start, end, text }))
}

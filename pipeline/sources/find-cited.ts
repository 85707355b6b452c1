import type { Attribution, Mention, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import { isDocument, isRole } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { readSourceWords } from './source-words.ts'

const BODIES = readWordList(new URL('../lexicon/body.txt', import.meta.url))

/** Lemmas of cues whose content is whom a source cites. */
const CITING: ReadonlySet<string> = new Set(['cite', 'quote'])

/** Says whom the source of an attribution cites in turn; null when it cites nobody. */
export type FindCited = (attribution: Attribution) => readonly Span[] | null

/**
 * Prepares to find whom sources cite: "two officials" in "Reuters reported …, citing two officials". The citing may be an
 * attribution of the same source, or words behind a comma at the end of the sentence, which the cue before them takes, or
 * words before the cue: "Citing two officials, Reuters reported", "Reuters, citing two officials, reported".
 */
export function prepareCited(
  layer: TokensLayer,
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
): FindCited {
  const bySource = new Map<number, readonly Span[]>()
  for (const { cueLemma, cue, source, content } of attributions) {
    const isCiting = CITING.has(cueLemma) && cue.length === 1
    if (
      isCiting &&
      source[0] !== undefined &&
      content.length === 1 &&
      speaks(layer.tokens, mentions, content[0] as Span)
    )
      bySource.set(source[0].start, content)
  }
  const behind = new Map<Attribution, readonly Span[]>()
  const citing = listCiting(layer, mentions)
  const bySentence = citing.length === 0 ? null : Map.groupBy(attributions, one => sentenceOf(layer.tokens, one))
  for (const { at, cited, isAhead } of citing) {
    const { sentence, start } = layer.tokens[at] as Token
    const near = (bySentence?.get(sentence) ?? []).filter(
      one => one.source.length > 0 && !CITING.has(one.cueLemma) && startOf(one) < start !== isAhead,
    )
    const nearest = near.sort((a, b) => (isAhead ? startOf(a) - startOf(b) : startOf(b) - startOf(a)))[0]
    if (nearest !== undefined) behind.set(nearest, [cited])
  }
  return attribution => {
    const [source] = attribution.source
    if (source === undefined || CITING.has(attribution.cueLemma)) return null
    return bySource.get(source.start) ?? behind.get(attribution) ?? null
  }
}

function startOf({ cue }: Attribution): number {
  return cue[0]?.start ?? Number.POSITIVE_INFINITY
}

function sentenceOf(tokens: readonly Token[], attribution: Attribution): number | undefined {
  return tokens[firstTokenAfter(tokens, startOf(attribution))]?.sentence
}

interface Citing {
  readonly at: number
  readonly cited: Span
  /** Whether the cue is still to come. */
  readonly isAhead: boolean
}

/** ", citing two officials." at the end of a sentence, and "Citing two officials," before a cue. */
function listCiting({ tokens, sentences }: TokensLayer, mentions: readonly Mention[]): Citing[] {
  return sentences.flatMap(({ firstToken, endToken }) => {
    for (let i = firstToken; i < endToken - 1; i += 1) {
      const { lower } = tokens[i] as Token
      if (lower !== 'citing' && lower !== 'quoting') continue
      if (i > firstToken && tokens[i - 1]?.text !== ',') continue
      let end = i + 1
      while (end < endToken && !/^[.,;:!?”"]$/.test((tokens[end] as Token).text)) end += 1
      if (end === i + 1) return []
      const cited = { start: (tokens[i + 1] as Token).start, end: (tokens[end - 1] as Token).end }
      return speaks(tokens, mentions, cited) ? [{ at: i, cited, isAhead: tokens[end]?.text === ',' }] : []
    }
    return []
  })
}

/** Whether the words are somebody or something that can say something: nobody cites costs as a source. */
function speaks(tokens: readonly Token[], mentions: readonly Mention[], span: Span): boolean {
  const words = readSourceWords(tokens, mentions, [span])
  if (words === null) return false
  const head = tokens[words.head] as Token
  const named = words.mention !== null || words.coordinated.length > 0
  return (
    named ||
    isRole(head) ||
    isDocument(head) ||
    BODIES.has(head.lemma) ||
    /^(?:people|person|sources?|officials?|data)$/.test(head.lower)
  )
}

import type { Article } from '../../src/domain/article.ts'
import type { ArticleRecord, VoiceRecord } from '../../src/domain/record.ts'
import { hashVoice } from '../../src/domain/record-id.ts'
import { buildArticleRecord, type ClaimWords, spanOf } from './article-record.ts'

/** Somebody with what they say in an article, and what is known of them. */
export interface Speaker {
  readonly name: string
  readonly says?: readonly string[]
  /** Words in quotation marks in each of their claims. */
  readonly quoted?: number
  readonly voice?: Partial<VoiceRecord>
  readonly claim?: ClaimWords['claim']
}

/** An article in which each of these says each of their words, in this order. */
export function articleOf(speakers: readonly Speaker[], article: Partial<Article> = {}): ArticleRecord {
  const sentences = speakers.flatMap(({ name, says = [] }) => says.map(words => `${name} said ${words}.`))
  const named = speakers.filter(({ says = [] }) => says.length === 0).map(({ name }) => `${name} was there.`)
  const text = [...sentences, ...named, article.uri ?? ''].join('\n')
  const words = speakers.flatMap(({ name, says = [], claim }) =>
    says.map(content => ({ source: name, cue: 'said', content, from: `${name} said ${content}`, claim })),
  )
  const record = buildArticleRecord(
    text,
    words.map(({ claim, ...one }) => (claim === undefined ? one : { ...one, claim })),
    { article },
  )
  let from = 0
  const voices = speakers.map(({ name, says = [], quoted = 0, voice }): VoiceRecord => {
    const own = record.claims.slice(from, from + says.length)
    from += says.length
    const first = spanOf(text, name)
    return {
      id: hashVoice(record.article.id, first, false),
      name,
      kind: 'person',
      naming: 'named',
      first,
      chain: null,
      entityId: null,
      role: null,
      affiliation: null,
      gender: { value: 'unknown', confidence: 0 },
      type: { value: 'unknown', confidence: 0 },
      function: { value: 'unknown', confidence: 0 },
      evidence: [],
      claims: own.map(({ id }) => ({ claimId: id, quotedWords: quoted })),
      ...voice,
    }
  })
  return { ...record, voices: voices.toSorted((a, b) => a.first.start - b.first.start) }
}

import fc from 'fast-check'
import { NAMINGS, SOURCE_KINDS } from '../../src/domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../src/domain/voice-labels.ts'
import { ArticleColumnsBuilder, type VoicedArticle } from '../../src/voices/columns/article-columns-builder.ts'
import {
  ColumnsBuilder,
  toDigits,
  type VoiceLabelsGiven,
  type VoiceRow,
} from '../../src/voices/columns/columns-builder.ts'
import type { VoiceColumns } from '../../src/voices/columns/voice-columns.ts'

export interface GivenVoice extends VoiceRow, Omit<VoiceLabelsGiven, 'has_affiliation'> {
  readonly article_rowid: number
  readonly reason: string | null
}

/** Articles with voices as the store gives them, made up. */
export interface GivenVoices {
  readonly articles: readonly VoicedArticle[]
  readonly voices: readonly GivenVoice[]
}

const nullable = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: null })

const anyArticle = fc.record({
  publisher: nullable('The Ledger', 'Harbour Times', 'Evening Post'),
  section: nullable('News', 'Sport'),
  byline: nullable('A. Reporter', 'B. Writer'),
  published_utc: nullable('2026-04-30T23:59:59.999Z', '2026-05-01T00:00:00.000Z', '2026-06-15T12:00:00.000Z'),
})

const anyVoice = fc.record({
  kind: fc.constantFrom(...SOURCE_KINDS),
  naming: fc.constantFrom(...NAMINGS),
  name: nullable('Ann Lee', 'Max Roth', 'Port Authority', 'Lee', 'Imani Cole'),
  role: nullable('nurse', 'senator'),
  affiliation: nullable('Riverside Hospital', 'Senate'),
  gender: fc.constantFrom(...GENDERS),
  source_type: fc.constantFrom(...SOURCE_TYPES),
  function: fc.constantFrom(...VOICE_FUNCTIONS),
  claims: fc.nat(4),
  quoted_words: fc.nat(60),
  reason: nullable('fear of losing the job', 'not allowed to speak'),
})

/** Any few articles with any voices, of whose claims the first and last ones are somebody's. */
export function anyVoices(maxLength = 30): fc.Arbitrary<GivenVoices> {
  const one = fc.tuple(anyArticle, fc.array(anyVoice, { maxLength: 6 }), fc.nat(5), fc.nat(5))
  return fc.array(one, { maxLength }).map(drafts => {
    const articles = drafts.map(([article], index) => ({ ...article, rowid: index + 1, id: idOf(index) }))
    let rowid = 0
    const voices = drafts.flatMap(([, own, first, last], index) => {
      const speaking = own.filter(({ claims }) => claims > 0)
      const [firstVoice, lastVoice] = [first, last].map(at => speaking[at % Math.max(1, speaking.length)])
      return own.map(
        (voice): GivenVoice => ({
          ...voice,
          rowid: ++rowid,
          article_rowid: index + 1,
          quoted_words: voice.claims === 0 ? 0 : voice.quoted_words,
          first_voice: Number(voice === firstVoice),
          last_voice: Number(voice === lastVoice),
        }),
      )
    })
    return { articles, voices }
  })
}

/** As the hash of a text is: its order has nothing to do with that of the articles. */
function idOf(index: number): string {
  return (Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(16).padStart(64, '0')
}

/** @param older `rowid`s of articles in whose place a newer version stands */
export function toColumns({ articles, voices }: GivenVoices, older: ReadonlySet<number> = new Set()): VoiceColumns {
  const ofArticles = new ArticleColumnsBuilder()
  for (const article of articles) ofArticles.add(article)
  const counts = Map.groupBy(voices, voice => voice.article_rowid)
  const builder = new ColumnsBuilder(
    ofArticles.build(older),
    counts.entries().map(([article_rowid, own]) => ({ article_rowid, voices: own.length })),
  )
  for (const voice of voices) {
    const digits = toDigits({ ...voice, has_affiliation: voice.affiliation === null ? 0 : 1 })
    builder.add(voice.article_rowid, voice, digits, voice.reason)
  }
  return builder.build()
}

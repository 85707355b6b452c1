import { z } from 'zod'
import { NAMINGS } from '../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import { wilsonInterval } from '../../evaluate/figures/wilson.ts'
import type { VoiceInArticle } from '../../store/queries/voices/voices-in-articles.ts'
import { claimIdsOf, type HeardVoice, hearVoices } from '../heard-voices.ts'
import type { Hit, RuleKind } from '../rule-kind.ts'

/** By what voices are told apart. */
const FIELDS = ['gender', 'type', 'function', 'naming'] as const
/** What is counted, with the words for it in messages. */
const COUNTED = { sources: 'sources', claims: 'claims', 'quoted-words': 'quoted words' } as const

const percent = () => z.number().min(0).max(100)
const parameters = z
  .strictObject({
    over: z
      .enum(['article', 'all'])
      .default('article')
      .describe('Whether each article is held against it, or all that are checked together.'),
    of: z.enum(['sources', 'claims', 'quoted-words']).default('claims').describe('What the share is of.'),
    gender: z
      .array(z.enum(GENDERS))
      .min(1)
      .optional()
      .describe('The share of these; every label that is given must hold.'),
    type: z.array(z.enum(SOURCE_TYPES)).min(1).optional(),
    function: z.array(z.enum(VOICE_FUNCTIONS)).min(1).optional(),
    naming: z.array(z.enum(NAMINGS)).min(1).optional(),
    unknown: z
      .boolean()
      .default(false)
      .describe(
        'Whether sources of which the text does not say it belong to the whole; otherwise they are left out of it.',
      ),
    min: percent().optional().describe('The least share that is asked for, in per cent.'),
    max: percent().optional().describe('The largest share that is allowed, in per cent.'),
    atLeast: z
      .int()
      .min(1)
      .default(5)
      .describe('Where fewer sources belong to the whole, nothing is found: of two sources, one is half.'),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'it needs "min" or "max"')
  .refine(
    asked => FIELDS.some(field => asked[field] !== undefined),
    'it needs labels to count: "gender", "type", "function" or "naming"',
  )
type Parameters = z.infer<typeof parameters>

/** Some are heard less than is asked for, or more than is allowed. */
export const shareOfVoice: RuleKind<Parameters> = {
  name: 'share-of-voice',
  description: 'The share that some sources have of sources, claims or quoted words is outside its bounds.',
  message:
    'Share of {who}: {count} of {whole} {of} ({percent} %, 95 % interval {low}–{high} %), {sources} in {articles}; {bound} is asked for.',
  facts: ['who', 'count', 'whole', 'of', 'percent', 'low', 'high', 'sources', 'articles', 'bound'],
  parameters,
  find(article, claims, asked) {
    if (asked.over === 'all') return []
    const voices = hearVoices(article, claims)
    const tally = new Tally(asked)
    tally.add(voices)
    return tally.finish(claimIdsOf(voices.filter(({ voice }) => isCounted(voice, asked))), 0)
  },
  together(asked) {
    if (asked.over === 'article') return null
    const tally = new Tally(asked)
    return { add: (article, claims) => tally.add(hearVoices(article, claims)), finish: left => tally.finish([], left) }
  },
}

/** Counts of voices, of one article or of many. */
class Tally {
  readonly #asked: Parameters
  #articles = 0
  #sources = 0
  #whole = 0
  #count = 0
  /** Of what each part has of the whole; all of a part may fall to the same side, but parts do not hang together. */
  #squares = 0

  constructor(asked: Parameters) {
    this.#asked = asked
  }

  /** @param voices of an article */
  add(voices: readonly HeardVoice[]): void {
    const { of, over } = this.#asked
    const whole = voices.filter(({ voice }) => isOfWhole(voice, this.#asked))
    const parts = whole.map(voice => sizeOf(voice, of))
    const size = sum(parts)
    this.#articles += 1
    this.#sources += whole.length
    this.#whole += size
    this.#count += sum(whole.filter(({ voice }) => isCounted(voice, this.#asked)).map(voice => sizeOf(voice, of)))
    // Claims of one source are all by a woman or none is; over many articles those of one article may be alike.
    this.#squares += over === 'all' && of !== 'sources' ? size ** 2 : sum(parts.map(part => part ** 2))
  }

  /**
   * @param claims those that a finding concerns
   * @param left how many older versions of articles were left out
   */
  finish(claims: readonly string[], left: number): Hit[] {
    const { of, min = 0, max = 100, atLeast } = this.#asked
    const [count, whole] = [this.#count, this.#whole]
    if (this.#sources < atLeast || whole === 0) return []
    const isTooSmall = count * 100 < min * whole
    if (!isTooSmall && count * 100 <= max * whole) return []
    // The effective number of trials: L. Kish, Survey Sampling (1965).
    const trials = whole ** 2 / this.#squares
    const { low, high } = wilsonInterval((count / whole) * trials, trials)
    return [
      {
        claims,
        span: null,
        facts: {
          who: nameLabels(this.#asked),
          count,
          whole,
          of: COUNTED[of],
          percent: inPercent(count / whole),
          low: inPercent(low),
          high: inPercent(high),
          sources: plural(this.#sources, 'source'),
          articles: `${plural(this.#articles, 'article')}${left === 0 ? '' : ` (${plural(left, 'older version')} left out)`}`,
          bound: isTooSmall ? `at least ${min} %` : `at most ${max} %`,
        },
      },
    ]
  }
}

/** Whether the text says of a voice what is asked, or need not. */
function isOfWhole(voice: VoiceInArticle, asked: Parameters): boolean {
  if (asked.unknown) return true
  return FIELDS.every(field => {
    const labels: readonly string[] | undefined = asked[field]
    return labels === undefined || labels.includes('unknown') || voice[field] !== 'unknown'
  })
}

function isCounted(voice: VoiceInArticle, asked: Parameters): boolean {
  return FIELDS.every(field => {
    const labels: readonly string[] | undefined = asked[field]
    return labels === undefined || labels.includes(voice[field])
  })
}

function sizeOf({ claims, quotedWords }: HeardVoice, of: keyof typeof COUNTED): number {
  return of === 'sources' ? 1 : of === 'claims' ? claims.length : quotedWords
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

/** `gender woman, function expert or witness`. */
function nameLabels(asked: Parameters): string {
  return FIELDS.flatMap(field => (asked[field] === undefined ? [] : `${field} ${asked[field].join(' or ')}`)).join(', ')
}

function inPercent(share: number): number {
  return Math.round(share * 1000) / 10
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

import type { Article } from '../../domain/article.ts'

/** What language an article is in, and how that is known. */
export interface JudgedLanguage {
  /** BCP 47, or null when nothing tells. */
  readonly language: string | null
  readonly isEnglish: boolean
  readonly warning: string | null
}

/** Below this number of words the statistics of letters often take names for another language. */
const FEW_WORDS = 40
/** Fewer words in Latin script may all be names. */
const FEWEST_WORDS = 8
/** Characters of the opening that are looked at: more do not make it surer. */
const LOOKED_AT = 4000
/** Characters that are enough where they read as English and nothing declares another language. */
const FIRST_LOOKED_AT = 800
/** A short text is another language's where its words without capitals, which are no names, are so many and read as it. */
const FEWEST_SMALL_WORDS = 4
const SMALL_WORD = /^[^\p{L}]*\p{Ll}/u
/** English must score below this share of the best language for a text to be in another, and of a short text below that. */
const CLEARLY_OTHER = 0.9
const SURELY_OTHER = 0.5

type Detector = typeof import('eld/extrasmall')['eld']
let detector: Detector | undefined

/** Loads the detector's statistics: some tens of milliseconds, and needless for who forces any language. */
export async function loadDetector(): Promise<void> {
  detector ??= (await import('eld/extrasmall')).eld
}

/**
 * Judges the language of an article: what it declares, unless its words clearly say something else. Templates declare
 * English whatever is written in them. A short text is believed to be in another language only on strong evidence.
 *
 * `loadDetector` must have been awaited before.
 */
export function judgeLanguage({ text, language: declared }: Pick<Article, 'text' | 'language'>): JudgedLanguage {
  if (detector === undefined) throw new Error('The language detector is not loaded.')
  const declaresEnglish = declared === null ? null : /^en\b/i.test(declared)
  if (declaresEnglish !== false && text.length > FIRST_LOOKED_AT) {
    const first = detector.detect(text.slice(0, FIRST_LOOKED_AT))
    if (first.language === 'en' && first.isReliable()) {
      return { language: declared ?? 'en', isEnglish: true, warning: null }
    }
  }
  const opening = text.slice(0, LOOKED_AT)
  const words = opening.split(/\s+/, FEW_WORDS + 1).length
  const isShort = words <= FEW_WORDS
  const detected = detector.detect(opening)
  const scores = detected.getScores()
  const best = scores[detected.language] ?? 0
  const share = best === 0 ? 1 : (scores.en ?? 0) / best
  const isOther =
    detected.isReliable() &&
    detected.language !== 'en' &&
    (isShort ? isSurelyOther(detector, opening, share) : share < CLEARLY_OTHER) &&
    (words >= FEWEST_WORDS || !isLatin(opening))
  if (isOther) {
    const warning = declaresEnglish === true ? `it declares ${declared} but reads as ${detected.language}` : null
    const keeps = declared?.toLowerCase().startsWith(detected.language) === true
    return { language: keeps ? declared : detected.language, isEnglish: false, warning }
  }
  const isDetectedEnglish = detected.language === 'en' && detected.isReliable()
  if (declaresEnglish === false && isDetectedEnglish && !isShort) {
    return { language: 'en', isEnglish: true, warning: `it declares ${declared} but reads as en` }
  }
  if (declaresEnglish !== null) return { language: declared, isEnglish: declaresEnglish, warning: null }
  return { language: isDetectedEnglish ? 'en' : null, isEnglish: true, warning: null }
}

/** Names make an English text look foreign, and what lies between them tells; a script without small letters has none. */
function isSurelyOther(detector: Detector, text: string, share: number): boolean {
  const small = text.split(/\s+/).filter(word => SMALL_WORD.test(word))
  if (small.length < FEWEST_SMALL_WORDS) return share < SURELY_OTHER
  const detected = detector.detect(small.join(' '))
  const scores = detected.getScores()
  const best = scores[detected.language] ?? 0
  return detected.isReliable() && detected.language !== 'en' && (scores.en ?? 0) < CLEARLY_OTHER * best
}

function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter(letter => /\p{Script=Latin}/u.test(letter)).length * 2 >= letters.length
}

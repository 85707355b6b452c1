import { CodePointText } from '../domain/text/code-point-text.ts'
import type { ScoredArticle, ScoredAttribution } from './gold/gold.ts'
import { lemmasOf, SPEECH_LEMMAS } from './speech-cues.ts'

/** All cues; speech and quotation cues alone; or the others (attitudes, actions, nominal cues without speech). */
export const CUE_SELECTIONS = ['all', 'speech', 'other'] as const
export type CueSelection = (typeof CUE_SELECTIONS)[number]

/** Decides, article by article, which attributions count. */
export type AttributionFilter = (article: ScoredArticle) => (attribution: ScoredAttribution) => boolean

/**
 * Which attributions a selection keeps. One is speech when a word of its cue is a form of a listed reporting lemma
 * ("told", "according to", "in a statement"), or when its content holds a double quotation mark. Gold and predictions
 * are each judged by their own words, before they are matched.
 */
export function selectCues(selection: CueSelection): AttributionFilter {
  if (selection === 'all') return () => () => true
  return article => {
    const text = new CodePointText(article.text)
    return attribution => isSpeech(text, attribution) === (selection === 'speech')
  }
}

/** `''` and two backticks stand for marks in some papers; single marks are left out, as apostrophes look alike. */
const DOUBLE_MARK = /["“”„«»]|''|``/u

function isSpeech(text: CodePointText, { cue, content }: ScoredAttribution): boolean {
  const words = cue.flatMap(
    span =>
      text
        .slice(span)
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  )
  if (words.some(word => lemmasOf(word).some(lemma => SPEECH_LEMMAS.has(lemma)))) return true
  return content.some(span => DOUBLE_MARK.test(text.slice(span)))
}

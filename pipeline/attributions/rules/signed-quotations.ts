import type { Paragraph, Sentence, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { UnlinkedAttribution } from '../found.ts'

/** A quotation signed by its speaker: `“I was there.” — Ann Smith`. Token indices; `to` is exclusive. */
export interface SignedQuotation {
  readonly content: { readonly from: number; readonly to: number }
  readonly cue: number
  readonly source: { readonly from: number; readonly to: number }
}

const MARKS = new Set(['"', '“', '”', '„', '«', '»', "''", '``', "'"])
const DASHES = /^[-–—―]{1,2}$/
const LONGEST_NAME = 12

export const SIGNED_RULE = 'signed-quotation'
/** How often a quotation signed after a dash is one. */
const CONFIDENCE = 0.95

/**
 * Finds paragraphs that are a quotation with its speaker's name after a dash, as lists of readers' voices have it.
 *
 * Such lines are too rare in running news for a model to learn, and too regular to need one.
 */
export function findSignedQuotations({ paragraphs, sentences, tokens }: TokensLayer): SignedQuotation[] {
  return paragraphs.flatMap((paragraph: Paragraph) => {
    const from = (sentences[paragraph.firstSentence] as Sentence).firstToken
    const to = (sentences[paragraph.endSentence - 1] as Sentence).endToken
    if (!MARKS.has((tokens[from] as Token).text)) return []
    for (let i = to - 2; i > from + 2 && to - i <= LONGEST_NAME; i -= 1) {
      if (!DASHES.test((tokens[i] as Token).text) || !MARKS.has((tokens[i - 1] as Token).text)) continue
      const end = endOfName(tokens, i + 1, to)
      if (end === null) return []
      return [{ content: { from, to: i }, cue: i, source: { from: i + 1, to: end } }]
    }
    return []
  })
}

/** End of the name that fills the rest of the paragraph, a final full stop aside; null when it is no name. */
function endOfName(tokens: readonly Token[], from: number, to: number): number | null {
  const end = tokens[to - 1]?.text === '.' ? to - 1 : to
  if (end <= from || !/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return null
  const verbs = tokens.slice(from, end).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return verbs ? null : end
}

/** The characters from one token to another. */
export function spanOf(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }
}

/** A signed quotation as an attribution, whose cue is the dash. */
export function toSignedAttribution(
  { tokens }: TokensLayer,
  signed: SignedQuotation,
  stage: StageInfo,
): UnlinkedAttribution {
  const { start, end, lemma } = tokens[signed.cue] as Token
  return {
    cue: [{ start, end }],
    cueLemma: lemma,
    source: [spanOf(tokens, signed.source)],
    content: [spanOf(tokens, signed.content)],
    addressee: [],
    act: 'statement',
    confidence: CONFIDENCE,
    evidence: [
      {
        stage: stage.name,
        version: stage.version,
        rule: SIGNED_RULE,
        detail: { reason: 'The paragraph is a quotation, a dash and a name.' },
      },
    ],
  }
}

import type { Token, TokensLayer } from '../src/domain/layers.ts'
import type { Span } from '../src/domain/span.ts'

/** A dateline has at most so many tokens before its mark. */
const LONGEST = 14
/** Datelines stand at the top: below a headline, an editor's note, a summary. */
const TOP_PARAGRAPHS = 4
const DASH = /^(?:-|–|—|--)$/u
const LOUD = /^\p{Lu}{3,}$/u

/**
 * Where an article says from where and when it was sent: "NAIROBI, May 4 (Agency) –", "Nairobi —", "NEW DELHI:". Those
 * words are the paper's: nobody says them and no source says what follows their colon. Spans are UTF-16 and end after
 * the mark.
 */
export function findDatelines(layer: TokensLayer): Span[] {
  const labels = layer.sentences.filter(
    ({ firstToken, paragraph }) =>
      layer.paragraphs[paragraph]?.heading !== true && colonAfterLoudWords(layer, firstToken) !== null,
  )
  return layer.paragraphs.slice(0, TOP_PARAGRAPHS).flatMap((paragraph, i) => {
    const first = firstTokenOf(layer, paragraph)
    const opening = !layer.paragraphs.slice(0, i).some(({ heading }) => !heading)
    // Several such labels are the speakers of a transcript, and in a headline one is a speaker.
    const mayEndInColon = opening && !paragraph.heading && labels.length === 1
    const mark = (mayEndInColon ? colonAfterLoudWords(layer, first) : null) ?? dashAfterPlaces(layer, first, opening)
    return mark === null ? [] : [{ start: paragraph.start, end: (layer.tokens[mark] as Token).end }]
  })
}

/** Index of the colon of "NEW DELHI: Rain". */
function colonAfterLoudWords({ tokens }: TokensLayer, first: number): number | null {
  let i = first
  while (i - first < LONGEST && (LOUD.test(tokens[i]?.text ?? '') || (i > first && tokens[i]?.text === ','))) i += 1
  return i > first && tokens[i]?.text === ':' && opensSentence(tokens[i + 1]) ? i : null
}

/**
 * Index of the dash of "NAIROBI, May 4 (Agency) –".
 * @param opening Whether the article begins here: only there is a place that is not in capitals one.
 */
function dashAfterPlaces({ tokens }: TokensLayer, first: number, opening: boolean): number | null {
  if (!opening && !LOUD.test(tokens[first]?.text ?? '')) return null
  let depth = 0
  for (let i = first; i < Math.min(tokens.length, first + LONGEST); i += 1) {
    const { text } = tokens[i] as Token
    if (text === '(') depth += 1
    else if (text === ')') depth -= 1
    else if (depth === 0 && DASH.test(text)) return i > first && opensSentence(tokens[i + 1]) ? i : null
    else if (depth === 0 && !/^(?:[\p{Lu}\p{N}].*|[,/.])$/u.test(text)) return null
  }
  return null
}

function opensSentence(token: Token | undefined): boolean {
  return token !== undefined && /^[\p{Lu}\p{N}"“‘'«]/u.test(token.text)
}

function firstTokenOf({ sentences }: TokensLayer, { firstSentence }: TokensLayer['paragraphs'][number]): number {
  return sentences[firstSentence]?.firstToken ?? 0
}

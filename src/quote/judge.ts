import type { Span } from '../domain/span.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'
import { follows } from './comparing/align.ts'
import type { Comparison, Piece } from './comparing/compare.ts'
import { rankOf } from './comparing/compare-speakers.ts'
import { describeParts, wordsOf } from './comparing/describe-parts.ts'
import type { ExactPlace } from './comparing/find-in-texts.ts'
import type { Found } from './found.ts'
import type { QuotationCheck, QuotationPlace, QuotationVerdict, SpeakerAgreement } from './quotation-check.ts'
import { summarise } from './summarise.ts'
import { type Passage, tokenOf } from './text/passage.ts'

/** Share of the words, plain ones counting little, that have to stand somewhere for a quotation to be made from there. */
const LEAST_WEIGHT = 0.6
/** Less is enough where so many of all words do: in a few words one that is changed weighs much. */
const LEAST_LIKENESS = 0.7
const LEAST_WEIGHT_OF_LIKE = 0.4
/** Share from which on a place is shown as near. */
const LEAST_NEAR = 0.34
/** Longest content that is shown whole, in words. */
const MOST_SHOWN = 150

interface Question {
  readonly words: string
  readonly by: string | null
  readonly limit: number
}

type Judgement = Pick<QuotationCheck, 'verdict' | 'speaker' | 'is_attributed' | 'is_announced' | 'places'>

/** What is to be said of a quotation, of which so much was found. */
export function judge(found: Found, { words, by, limit }: Question): QuotationCheck {
  const judgement = found.exact.length > 0 ? judgeExact(found) : judgeNear(found, by)
  const check = {
    words,
    by,
    ...judgement,
    exact_places: found.exact.length,
    is_complete: found.isComplete,
    texts: found.texts,
  }
  return { ...check, summary: summarise(check), places: judgement.places.slice(0, limit) }
}

function judgeExact(found: Found): Judgement {
  const ordered = found.exact.toSorted(
    (a, b) =>
      Number(a.passage.claim === null) - Number(b.passage.claim === null) ||
      speakerRank(found, a) - speakerRank(found, b),
  )
  const places = ordered.map(place => describeExact(found, place))
  const claims = places.filter(({ source }) => source !== null)
  const speakers = (claims.length > 0 ? claims : places).map(({ speaker }) => speaker)
  // Where not all places were looked at, who says it may do so in another.
  const speaker = bestOf(speakers) === 'differs' && !found.hasAllSpeakers ? 'open' : bestOf(speakers)
  return {
    verdict: speaker === 'differs' ? 'other-speaker' : 'exact',
    speaker,
    is_attributed: claims.length > 0,
    is_announced: null,
    places,
  }
}

function speakerRank({ speakerOf }: Found, { passage }: ExactPlace): number {
  return rankOf(speakerOf(passage.claim))
}

function bestOf(speakers: readonly SpeakerAgreement[]): SpeakerAgreement {
  return speakers.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? 'open'
}

function judgeNear(found: Found, by: string | null): Judgement {
  const { together } = found
  const near = placesNear(found)
  if (together === null || !isMadeFrom(together)) {
    const speaker = by === null ? 'not-asked' : 'open'
    return { verdict: 'not-found', speaker, is_attributed: false, is_announced: null, places: near }
  }
  const made = together.pieces.map(piece => describe(found, piece, together))
  const kinds = new Set(made.flatMap(({ parts }) => parts.map(({ kind }) => kind)))
  const verdict: QuotationVerdict = kinds.has('joined') ? 'spliced' : 'altered'
  const speakers = made.map(({ speaker }) => speaker)
  const speaker = speakers.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? 'open'
  const own = new Set(made.map(placeKey))
  return {
    verdict: verdict === 'altered' && speaker === 'differs' ? 'other-speaker' : verdict,
    speaker,
    is_attributed: made.every(({ source }) => source !== null),
    is_announced: verdict === 'altered' ? [...kinds].every(isHonest) : null,
    places: [...made, ...near.filter(place => !own.has(placeKey(place)))],
  }
}

function isMadeFrom({ likeness, weight }: Comparison): boolean {
  return weight >= LEAST_WEIGHT || (likeness >= LEAST_LIKENESS && weight >= LEAST_WEIGHT_OF_LIKE)
}

function isHonest(kind: QuotationPlace['parts'][number]['kind']): boolean {
  return kind === 'same' || kind === 'ellipsis' || kind === 'brackets'
}

function placeKey({ claim, article, spans }: QuotationPlace): string {
  return claim ?? `${article.id} ${spans[0]?.start}`
}

/** Places that have much of the quotation, and those where the article says it in its own words. */
function placesNear(found: Found): QuotationPlace[] {
  const unquoted = found.unquoted.map(place => describeExact(found, place))
  const near = found.alone
    .filter(({ weight }) => weight >= LEAST_NEAR)
    .map(comparison => describe(found, longestOf(comparison), comparison))
  return [...unquoted, ...near]
}

/** A passage that is taken by itself may give several pieces; the longest is where it is near. */
function longestOf({ pieces }: Comparison): Piece {
  return pieces.reduce((a, b) => (b.end - b.first > a.end - a.first ? b : a))
}

function describeExact(found: Found, { passage, first }: ExactPlace): QuotationPlace {
  const places = found.quotation.list.map((_, index) => first + index)
  return describe(found, { passage, first: 0, end: places.length, places }, { likeness: 1, pieces: [] })
}

function describe(
  found: Found,
  piece: Piece,
  { likeness, pieces }: Pick<Comparison, 'likeness' | 'pieces'>,
): QuotationPlace {
  const { passage, places } = piece
  const { of, claim } = passage
  const { text, ...article } = of.article
  const stored = places.filter(place => place !== null)
  const spans = toSpans(passage, stored)
  const before = pieces[pieces.indexOf(piece) - 1]
  return {
    claim: claim?.id ?? null,
    article,
    source:
      claim === null || claim.source === null
        ? null
        : { text: claim.source.text, name: claim.source.name, naming: claim.source.naming },
    speaker: found.speakerOf(claim),
    quotation: claim?.quotation ?? null,
    is_quoted:
      found.isSpoken || spans.every(span => of.quoted.some(({ start, end }) => start <= span.start && span.end <= end)),
    spans: toCodePoints(text, spans),
    text: surroundings(passage, stored),
    parts: [...(before === undefined ? [] : [joint(found, before, piece)]), ...describeParts(found.quotation, piece)],
    likeness,
  }
}

function joint({ quotation }: Found, before: Piece, piece: Piece): QuotationPlace['parts'][number] {
  const quoted = quotation.isAfterEllipsis[piece.first] === true ? '…' : ''
  // An ellipsis tells all where the same source goes on later.
  const isTold = quoted !== '' && follows(before.passage, piece.passage)
  return { kind: isTold ? 'ellipsis' : 'joined', quoted, stored: '' }
}

/** Where stored words stand: one span for words that nothing parts. UTF-16. */
function toSpans(passage: Passage, places: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = []
  let last: number | null = null
  for (const place of places.toSorted((a, b) => a - b)) {
    const { start, end } = tokenOf(passage, place)
    const before = spans.at(-1)
    const isNext = last !== null && passage.at[place] === (passage.at[last] as number) + 1
    if (isNext && before !== undefined) before.end = end
    else if (last !== place) spans.push({ start, end })
    last = place
  }
  return spans
}

function toCodePoints(text: string, spans: readonly Span[]): Span[] {
  const points = new CodePointOffsets(text)
  return spans.map(span => points.of(span))
}

/** The content that the words are part of, or of a text the sentences that they stand in. */
function surroundings(passage: Passage, places: readonly number[]): string {
  const { of, at, claim } = passage
  if (at.length === 0) return ''
  if (claim !== null && claim.content.length > 0 && at.length <= MOST_SHOWN) return wordsOf(passage, 0, at.length - 1)
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0]
  const sentenceOf = (place: number) => of.sentences[at[place] as number]
  const begins = at.findIndex((_, place) => sentenceOf(place) === sentenceOf(first))
  const ends = at.findLastIndex((_, place) => sentenceOf(place) === sentenceOf(last))
  return wordsOf(passage, begins, ends)
}

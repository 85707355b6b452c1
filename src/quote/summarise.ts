import { labelOfUri } from '../domain/articles/article-label.ts'
import type { QuotationCheck, QuotationPlace, QuotedPart } from './quotation-check.ts'

type Judged = Omit<QuotationCheck, 'summary'>

/** What is known of a quotation, in one or two sentences for people. */
export function summarise(check: Judged): string {
  return `${tell(check)}${tellSpeaker(check)}`
}

function tell(check: Judged): string {
  const { verdict, places, is_announced } = check
  const [first] = places
  switch (verdict) {
    case 'exact':
      return tellExact(check, first as QuotationPlace)
    case 'other-speaker': {
      const words = isWordForWord(first as QuotationPlace)
        ? 'word for word'
        : `with changes (${tellChanges([first as QuotationPlace])})`
      return `${sourceOf(first as QuotationPlace)} says it, ${words}, in ${articleOf(first as QuotationPlace)}.`
    }
    case 'altered':
      return `${is_announced === true ? 'It says itself what differs' : 'Not word for word'}: ${tellChanges(places.slice(0, 1))}. Nearest is what ${sourceOf(first as QuotationPlace)} says in ${articleOf(first as QuotationPlace)}.`
    case 'spliced':
      return `Words of ${countPieces(places)} places joined as if they were one.`
    case 'not-found':
      return tellMissing(check)
  }
}

function tellExact({ exact_places, is_complete, is_attributed }: Judged, first: QuotationPlace): string {
  if (!is_attributed)
    return `The words stand in ${articleOf(first)}${first.is_quoted ? ', in quotation marks' : ''}, and are attributed to nobody there.`
  const others = exact_places > 1 ? `, and ${is_complete ? '' : 'at least '}${exact_places - 1} more` : ''
  const marks = first.is_quoted
    ? ''
    : ' The article does not have the words in quotation marks there: it may report them in its own.'
  return `Word for word: ${sourceOf(first)} in ${articleOf(first)}${others}.${marks}`
}

function tellMissing({ places, texts }: Judged): string {
  const own = places.find(place => place.claim === null && isWordForWord(place))
  if (own !== undefined)
    return `Nobody is quoted with it: ${articleOf(own)} has the words as its own, outside quotation marks.`
  const near =
    places.length === 0
      ? ''
      : ` Nearest is what ${sourceOf(places[0] as QuotationPlace)} says in ${articleOf(places[0] as QuotationPlace)}.`
  return `Nobody says it${texts === 'all' ? '' : ' in the claims, or in the articles near them'}.${near}`
}

function tellSpeaker({ by, speaker, verdict, places, is_attributed }: Judged): string {
  if (by === null || verdict === 'not-found') return ''
  if (verdict === 'other-speaker') return ` Not ${by}.`
  if (speaker === 'agrees') return ` ${by} is who says it there.`
  if (speaker === 'differs') return ` Not all of it is ${by}’s.`
  if (!is_attributed) return ` Whether ${by} says it is open.`
  const [first] = places
  return ` Whether that is ${by} is open: the article gives the words to ${first === undefined ? 'nobody' : sourceOf(first)}.`
}

const CHANGES_TOLD = 3

/** `“on” for “at”, “very” left out`. */
function tellChanges(places: readonly QuotationPlace[]): string {
  const changes = places.flatMap(({ parts }) => parts.map(tellChange)).filter(change => change !== null)
  const told = changes.slice(0, CHANGES_TOLD)
  return [...told, ...(changes.length > told.length ? [`${changes.length - told.length} more changes`] : [])].join(', ')
}

function tellChange({ kind, quoted, stored }: QuotedPart): string | null {
  switch (kind) {
    case 'same':
      return null
    case 'joined':
      return 'places joined'
    case 'ellipsis':
      return 'words left out at an ellipsis'
    case 'brackets':
      return stored === '' ? `${mark(quoted)} put in` : `${mark(quoted)} put in for ${mark(stored)}`
    case 'marks':
      return `punctuation ${mark(quoted)} for ${mark(stored)}`
    default:
      if (quoted === '') return `${mark(stored)} cut without saying so`
      return stored === '' ? `${mark(quoted)} added` : `${mark(quoted)} for ${mark(stored)}`
  }
}

const MOST_TOLD = 40

function mark(words: string): string {
  const line = [...words.replace(/\s+/g, ' ')]
  return `“${
    line.length <= MOST_TOLD
      ? line.join('')
      : `${line
          .slice(0, MOST_TOLD - 1)
          .join('')
          .trimEnd()}…`
  }”`
}

function countPieces(places: readonly QuotationPlace[]): number {
  const from = places.findIndex(({ parts }) => parts[0]?.kind === 'joined')
  let end = from + 1
  while (places[end]?.parts[0]?.kind === 'joined' || places[end]?.parts[0]?.kind === 'ellipsis') end += 1
  return end
}

function isWordForWord({ parts }: QuotationPlace): boolean {
  return parts.every(({ kind }) => kind === 'same')
}

function sourceOf({ source }: QuotationPlace): string {
  return source?.name ?? source?.text ?? 'nobody'
}

function articleOf({ article }: QuotationPlace): string {
  return article.title === null ? labelOfUri(article.uri) : `“${article.title.replace(/\s+/g, ' ').trim()}”`
}

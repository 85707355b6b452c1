import { BODY_NAMES, PERSON_NOUNS } from '../../../../pipeline/words/party-words.ts'
import type { Span } from '../../../domain/span.ts'
import { ADDRESSES } from '../../../domain/text/name-titles.ts'
import type { SaidArticle } from '../said-claims.ts'
import { nounIn } from './party-nouns.ts'

interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly folded: string
}

export interface NameAt extends Span {
  /** The name's words in small letters, without titles. */
  readonly words: readonly string[]
  readonly text: string
  /** Nouns before it that are part of the title: "Transport Minister". */
  readonly title: readonly string[]
  /** With its titles. */
  readonly from: number
  readonly isOfPerson: boolean
  readonly isOfBody: boolean
  readonly isOfPlace: boolean
}

/** Words with a capital only because a sentence begins with them. */
const OPENERS = new Set(
  `the a an and but or nor so yet if when while as at by in on for from of to with without after before since until under over
  it its he she they we you i his her their our my your this that these those there here what who which why how where one two
  three some many most all both neither either each every another other others no not nobody somebody everyone anyone only
  asked told according meanwhile however still now then later last next few because although though among about across
  despite during between against near behind outside inside earlier officials residents critics attempts efforts calls`.split(
    /\s+/,
  ),
)
const DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`.split(/\s+/),
)
const INSIDE = new Set(['of', 'de', 'da', 'van', 'von', 'der', 'den', 'bin', 'al', 'el', 'la', 'y', '&', 'an', 'na'])

/** Names of people and bodies: words with capitals, in the text's order. */
export function findNames({ text, mentions }: SaidArticle, words: readonly Word[]): NameAt[] {
  const runs = findRuns(text, words)
  const inside = new Set(
    runs
      .filter(run => run.length > 1 || !isOpening(text, run[0] as Word))
      .flatMap(run => run.map(({ text }) => bare(text))),
  )
  const mentioned = new Set(mentions.filter(({ start, end }) => end - start > 3).map(({ start }) => start))
  let at = 0
  const found: NameAt[] = []
  for (const run of runs) {
    const first = run[0] as Word
    const isUnsure = run.length === 1 && isOpening(text, first) && !inside.has(bare(first.text))
    if (isUnsure && (!mentioned.has(first.start) || first.folded.endsWith('ly'))) continue
    const name = toName(text, run)
    if (name === null || (run.length === 1 && isAdjective(text, first))) continue
    while (at < mentions.length && (mentions[at] as { end: number }).end <= name.start) at++
    const mention = mentions[at]
    const type = mention !== undefined && mention.start < name.end && mention.end >= name.end ? mention.type : null
    const isOfBody =
      name.text.includes('&') ||
      (!name.isOfPerson &&
        (type === 'organisation' ||
          BODY_NAMES.has(name.words.at(-1) as string) ||
          BODY_NAMES.has(name.words[0] as string)))
    found.push({
      ...name,
      isOfBody,
      isOfPlace: type === 'place' && !isOfBody,
      isOfPerson: !isOfBody && (name.isOfPerson || (type === 'person' && name.words.length > 1)),
    })
  }
  return found
}

function findRuns(text: string, words: readonly Word[]): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  const close = () => {
    while (run.length > 0 && INSIDE.has((run.at(-1) as Word).folded)) run.pop()
    while (run.length > 0 && OPENERS.has((run[0] as Word).folded)) run.shift()
    if (run.length > 0) runs.push(run)
    run = []
  }
  for (const word of words) {
    const last = run.at(-1)
    const gap = last === undefined ? '' : text.slice(last.end, word.start)
    const isTitled = last !== undefined && ADDRESSES.has(last.folded) && gap === '. '
    if (last !== undefined && !isTitled && !/^(?:[ \t]|\r?\n| & )$/.test(gap)) close()
    if (/^\p{Lu}/u.test(word.text) && !DAYS.has(word.folded) && !/^I(?:['’]|$)/.test(word.text)) {
      run.push(word)
      // A genitive ends a name: what follows is somebody else's, or something.
      if (/['’]s$/u.test(word.text)) close()
    } else if (run.length > 0 && INSIDE.has(word.folded)) run.push(word)
    else close()
  }
  close()
  return runs
}

function isOpening(text: string, word: Word): boolean {
  return /(?:^|[.!?:•\n–—]["”’')]*)\s*["“‘'([]*$/u.test(text.slice(Math.max(0, word.start - 6), word.start))
}

/** "Ivorian buyers", "a Harrow spokesman": a name, if it is one, that only says which. */
function isAdjective(text: string, { end, folded }: Word): boolean {
  // "Harrow’s spokesman" is somebody’s.
  if (/'s?$/u.test(folded)) return false
  const next = /^[ \n](\p{Ll}+)/u.exec(text.slice(end, end + 30))?.[1]
  return next !== undefined && nounIn(next) !== null
}

function toName(text: string, run: readonly Word[]): Omit<NameAt, 'isOfBody' | 'isOfPlace'> | null {
  let from = 0
  let hasTitle = false
  const title: string[] = []
  for (const [at, { folded }] of run.entries()) {
    if (at === run.length - 1) break
    const isRole = PERSON_NOUNS.has(folded) && at < 3
    if (ADDRESSES.has(folded) || isRole) {
      // "Fire Chief Ann Lee": all before the last word of the title is title too. "Foods" after "Baker" is no surname.
      if (isRole && BODY_NAMES.has((run.at(-1) as Word).folded)) break
      from = at + 1
      hasTitle = true
      title.push(folded)
    }
  }
  const words = run.slice(from)
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  const genitive = /['’]s?$/u.exec(last.text)
  const end = genitive === null ? last.end : last.start + genitive.index
  return {
    start: first.start,
    end,
    from: (run[0] as Word).start,
    text: text.slice(first.start, end).replace(/\s+/g, ' '),
    words: words.map(({ text }) => bare(text)),
    title,
    isOfPerson: hasTitle,
  }
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, '').toLowerCase()
}

import { CodePointOffsets } from '../domain/text/code-points.ts'
import type { ScoredArticle, ScoredAttribution } from './gold/gold.ts'
import { type TokenSet, type TokenTable, tokenise, tokensOf } from './words/tokenise.ts'

/** Words between quotation marks that are content of a claim, of all such words. */
export interface QuotedWords {
  readonly words: number
  /** Of these, content of a claim with a source. */
  readonly owned: number
  /** Of the rest, content of a claim whose source the text does not give. */
  readonly unstated: number
}

/** Of passages with fewer words most are names, titles and words set off. */
export const FEWEST_WORDS = 3

/** `''` and two backticks stand for marks in some papers; single marks are left out, as apostrophes look alike. */
const DOUBLE_MARK = /["“”„«»]|''|``/gu
const LINE = /[^\n\r]+/gu

/** What can only open and only close a quotation. `“` closes what `„` opened. */
const OPENING: ReadonlySet<string> = new Set(['„', '«', '``'])
const CLOSING: ReadonlySet<string> = new Set(['”', '»'])

/**
 * Counts how many of the quoted words of articles their claims own. Only passages of {@link FEWEST_WORDS} words or more
 * count. These are not the pipeline's quotations: a score must not change because their pairing did.
 */
export function countQuotedWords(articles: readonly ScoredArticle[]): QuotedWords {
  const total = { words: 0, owned: 0, unstated: 0 }
  for (const { text, attributions } of articles) {
    const table = tokenise(text)
    const stated = markContent(table, attributions, ({ naming }) => naming !== 'unstated')
    const unstated = markContent(table, attributions, ({ naming }) => naming === 'unstated')
    for (const passage of findPassages(text, table)) {
      if (passage.length < FEWEST_WORDS) continue
      total.words += passage.length
      for (const token of passage) {
        if (stated[token] === 1) total.owned += 1
        else if (unstated[token] === 1) total.unstated += 1
      }
    }
  }
  return total
}

/** 1 for every token of a text that is a word between quotation marks. */
export function markQuoted(text: string, table: TokenTable): Uint8Array {
  const marked = new Uint8Array(table.starts.length)
  for (const passage of findPassages(text, table)) for (const token of passage) marked[token] = 1
  return marked
}

function markContent(
  table: TokenTable,
  attributions: readonly ScoredAttribution[],
  counts: (attribution: ScoredAttribution) => boolean,
): Uint8Array {
  const marked = new Uint8Array(table.starts.length)
  for (const one of attributions) {
    if (!counts(one)) continue
    for (const token of tokensOf(table, one.content)) marked[token] = 1
  }
  return marked
}

/**
 * The words of every passage between two marks of one line. A mark that a line leaves open reaches to the line's end where
 * the next line with words begins with a mark: so speech over several paragraphs is set.
 */
function findPassages(text: string, table: TokenTable): TokenSet[] {
  const passages: TokenSet[] = []
  const lines = [...text.matchAll(LINE)].filter(([words]) => words.trim() !== '')
  const points = new CodePointOffsets(text)
  const add = (from: number, to: number) => {
    passages.push(tokensOf(table, [points.of({ start: from, end: to })]).filter(token => table.words[token] === 1))
  }
  for (const [i, line] of lines.entries()) {
    let open: { readonly sign: string; readonly end: number } | null = null
    for (const mark of line[0].matchAll(DOUBLE_MARK)) {
      const [sign] = mark
      const start = line.index + mark.index
      const opens: boolean = OPENING.has(sign) || (sign === '“' && open?.sign !== '„')
      if (open !== null && !opens) {
        add(open.end, start)
        open = null
      } else if (!CLOSING.has(sign)) open = { sign, end: start + sign.length }
    }
    const next = lines[i + 1]?.[0].trimStart()
    if (open !== null && next?.startsWith(open.sign) === true) add(open.end, line.index + line[0].length)
  }
  return passages
}

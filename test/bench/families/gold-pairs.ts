import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeWordings } from '../../../src/families/wording/judge-wordings.ts'
import { readWording, type Wording } from '../../../src/families/wording/wording.ts'
import { normaliseWords } from '../../../src/families/wording/words/normalise-words.ts'

const GOLD = join(import.meta.dirname, '../../gold/quotation-pairs.json')

interface Part {
  readonly article: string
  /** Spans in code points. */
  readonly content: readonly (readonly [number, number])[]
}

interface Pair {
  readonly lot: 'first' | 'second'
  readonly same: boolean
  readonly one: Part
  readonly other: Part
}

export interface LotFigures {
  readonly lot: string
  readonly pairs: number
  readonly same: number
  readonly tied: number
  /** Tied, and the same utterance. */
  readonly right: number
}

/** How the words of the pairs that people judged are tied today; of each lot apart. */
export function countGoldPairs(folder: string): LotFigures[] {
  const { pairs }: { pairs: readonly Pair[] } = JSON.parse(readFileSync(GOLD, 'utf8'))
  const read = ({ article, content }: Part): Wording => {
    const points = [...readFileSync(join(folder, 'text', `${article}.txt`), 'utf8')]
    return readWording(normaliseWords(content.map(([start, end]) => points.slice(start, end).join('')).join(' … ')))
  }
  return [...Map.groupBy(pairs, ({ lot }) => lot)].map(([lot, all]) => {
    const tied = all.filter(({ one, other }) => judgeWordings(read(one), read(other)) !== null)
    const isSame = (pair: Pair) => pair.same
    return {
      lot,
      pairs: all.length,
      same: all.filter(isSame).length,
      tied: tied.length,
      right: tied.filter(isSame).length,
    }
  })
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { seededRandom } from '../../src/evaluate/figures/seeded-random.ts'
import { findQuotedPassages } from '../../src/quote/text/quoted-passages.ts'
import { buildArticleRecord } from '../support/article-record.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

export const SPEAKERS = [
  'Ines Aubry',
  'Tomas Beran',
  'Chidi Okafor',
  'Maren Dahl',
  'Yusuf Kaya',
  'Leilani Kealoha',
  'Piotr Wolski',
  'Sunniva Lien',
]

export interface Said {
  readonly words: string
  readonly by: string
}

/** What people are quoted with in the sample articles, each by somebody, in an article of its own. */
export function readQuotations(): Said[] {
  const words = readdirSync(CORPUS)
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .flatMap(name => {
      const text = readFileSync(join(CORPUS, name), 'utf8')
      return findQuotedPassages(text).map(({ start, end }) => text.slice(start, end))
    })
    .filter(passage => passage.split(/\s+/).length >= 9 && !/[“”"[\]()…]/.test(passage))
  return [...new Set(words)].map((words, index) => ({ words, by: SPEAKERS[index % SPEAKERS.length] as string }))
}

const GENERIC =
  `it is was the that we have to do not all of one can see this there will be time way what they know and for in
  with he said our people more than this year go back from here now about make good`.split(/\s+/)

/** Sentences of nothing but words that stand in every text. */
export function makeGeneric(count: number): Said[] {
  const random = seededRandom(20)
  return Array.from({ length: count }, (_, index) => ({
    words: `${Array.from({ length: 12 }, () => GENERIC[Math.floor(random() * GENERIC.length)]).join(' ')}.`,
    by: SPEAKERS[index % SPEAKERS.length] as string,
  }))
}

/** An article a few quotations. */
export function toRecords(said: readonly Said[], each = 4): ArticleRecord[] {
  const records: ArticleRecord[] = []
  for (let from = 0; from < said.length; from += each) {
    const own = said.slice(from, from + each)
    const paragraphs = own.map(({ words, by }, index) => `In part ${index + 1} ${by} said: “${words}”`)
    records.push(
      buildArticleRecord(
        `Report ${from}\n\n${paragraphs.join('\n\n')}\n`,
        own.map(({ words, by }, index) => ({
          cue: 'said',
          content: words,
          source: by,
          from: `In part ${index + 1} ${by}`,
          claim: { quotation: 'direct' },
          describe: { naming: 'named', kind: 'person', name: { value: by, span: null } },
        })),
        { article: { uri: `news/report-${from}.txt` } },
      ),
    )
  }
  return records
}

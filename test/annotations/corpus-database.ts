import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { openAnalysis } from '../../src/run/open-analysis.ts'
import { proofSize } from '../support/proof-size.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

/** CRLF, lines broken at 72 columns, and quotations over several paragraphs; all of the corpus in the long proofs. */
const NAMES = proofSize(
  ['hurricane-odessa-landfall', 'dam-seepage-wire', 'cocoa-price-row'],
  readdirSync(CORPUS).flatMap(name => (name.endsWith('.txt') ? [name.slice(0, -4)] : [])),
)

/** Sample articles as the rules alone analyse them, with an emoji before each so that no two units of offsets agree. */
export async function analyseCorpus(): Promise<ArticleRecord[]> {
  const analyse = await openAnalysis('rules')
  const records: ArticleRecord[] = []
  for (const name of NAMES) {
    const text = readFileSync(join(CORPUS, `${name}.txt`), 'utf8')
    records.push(await analyse(`😀 ${text}`, { uri: `news/${name}.txt` }))
  }
  return records
}

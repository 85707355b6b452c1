import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const PUBLISHERS = ['The Harbour Courier', 'Meridian Wire', 'Northgate Post', null]

/** What this process has analysed: each article once, however many test files ask for it. */
const analysed: ArticleRecord[] = []

/** The sample articles as the pipeline reads them, by three publishers and some by none, over two years. */
export async function analyseNewsroom(most = Number.POSITIVE_INFINITY): Promise<ArticleRecord[]> {
  const pipeline = await createPipeline({ engine: 'linear' })
  const names = readdirSync(CORPUS)
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .slice(0, most)
  for (const [index, name] of names.entries()) {
    if (analysed[index] !== undefined) continue
    const text = readFileSync(join(CORPUS, name), 'utf8')
    const day = new Date(Date.UTC(2024, (index * 5) % 24, 1 + ((index * 7) % 27)))
    analysed[index] = await pipeline.analyse(text, {
      uri: `corpus/${name}`,
      title: text.split(/\r?\n/, 1)[0] ?? null,
      publisher: PUBLISHERS[index % PUBLISHERS.length] ?? null,
      publishedAt: index % 6 === 5 ? null : day.toISOString(),
    })
  }
  return analysed.slice(0, names.length)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/domain/article.ts'
import { createArticle } from '../../src/read/article/create-article.ts'
import { decode } from '../../src/read/encodings/decode.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

/**
 * Makes `count` different articles of ordinary length from those of corpus/, always the same ones.
 *
 * Each takes its paragraphs by turns from two articles, so that no two texts are equal (the store would know them) and
 * every phenomenon of the corpus comes as often as it does there.
 */
export function recombineArticles(count: number): Article[] {
  const corpus = readdirSync(CORPUS)
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .map(name => paragraphsOf(readFileSync(join(CORPUS, name), 'utf8')))
  return Array.from({ length: count }, (_, i) => {
    const first = corpus[i % corpus.length] as string[]
    const second = corpus[(i + 1 + Math.floor(i / corpus.length)) % corpus.length] as string[]
    const half = Math.ceil(Math.max(first.length, second.length) / 2)
    const paragraphs = Array.from({ length: half }, (_, k) => [first[2 * k], second[2 * k + 1]]).flat()
    const text = `Report ${i + 1}\n\n${paragraphs.filter(paragraph => paragraph !== undefined).join('\n\n')}\n`
    const bytes = Buffer.from(text)
    const decoded = decode(bytes)
    return createArticle(decoded, bytes, { uri: `report-${i + 1}.txt` })
  })
}

function paragraphsOf(text: string): string[] {
  return text.split(/\r?\n(?:\r?\n)+/).filter(paragraph => paragraph.trim() !== '')
}

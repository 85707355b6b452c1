import type { Page } from 'playwright-core'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { buildArticleRecord, groundedIn } from '../support/article-record.ts'
import type { TestSite } from './site.ts'

/** Wide characters, marks that combine, a line end of two characters and one that nobody sees, before and between all words. */
export const TEXT = [
  'Harbour 🏳️‍🌈 plan\u200b divides town',
  'Ana Ibañez welcomed the plan. She said\r\nthat the cafe\u0301 👩‍👧 would stay open, and that rents would fall.',
  'An official, who asked not to be named, accused the mayor of theft. “Nobody asked us,” wrote Bo Dahl in a letter.',
  'Ministers promised help. They said that money would come.',
].join('\n\n')

export const RECORD: ArticleRecord = buildArticleRecord(
  TEXT,
  [
    {
      source: 'She',
      cue: 'said',
      content: 'that the cafe\u0301 👩‍👧 would stay open, and that rents would fall',
      from: 'She said',
      describe: { name: groundedIn(TEXT, 'Ana Ibañez') },
    },
    {
      source: 'An official',
      cue: 'accused',
      content: 'the mayor of theft',
      claim: { act: 'accusation' },
      describe: { naming: 'anonymous' },
    },
    {
      source: 'They',
      cue: 'said',
      content: 'that money would come',
      from: 'They said',
      describe: { naming: 'unnamed' },
    },
  ],
  { article: { title: 'Harbour 🏳️‍🌈 plan\u200b divides town', publisher: 'The Harbour Courier' } },
)
export const [SHE, OFFICIAL, THEY] = RECORD.claims.map(({ id }) => id) as [string, string, string]
export const DESK = `/articles/${RECORD.article.id}`

/** Selects words of the article as a reader does: from one place of the page to another. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`(${selectWords.toString()})(${JSON.stringify(words.replaceAll('\r\n', '\n'))})`)
  await page.locator('.marking').waitFor()
}

export async function boxOf(page: Page, words: string) {
  await select(page, words)
  const box = (await page.evaluate('getSelection().getRangeAt(0).getBoundingClientRect().toJSON()')) as DOMBox
  await page.evaluate('getSelection().removeAllRanges()')
  return box
}

interface DOMBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Runs in the page: finds words by what is seen there, and knows nothing of places in the stored text. */
function selectWords(words: string): void {
  // biome-ignore lint/suspicious/noExplicitAny: the names of a browser
  const page = globalThis as any
  const nodes: { node: { data: string }; from: number }[] = []
  let shown = ''
  for (const text of page.document.querySelectorAll('.rows .text')) {
    const walker = page.document.createTreeWalker(text, 4)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement.closest('[data-apart]') !== null) continue
      nodes.push({ node, from: shown.length })
      shown += node.data
    }
  }
  const at = shown.indexOf(words)
  if (at < 0) throw new Error(`${words} is not on the page`)
  const find = (place: number, isEnd: boolean) => {
    const found = nodes.findLast(({ from }) => (isEnd ? from < place : from <= place))
    return [found?.node, place - (found?.from ?? 0)]
  }
  page.getSelection().setBaseAndExtent(...find(at, false), ...find(at + words.length, true))
}

/** The claim whose card has the focus. */
export async function focused(page: Page): Promise<unknown> {
  return await page.evaluate('document.activeElement.dataset.claim ?? null')
}

/** What `v_claim` says of a claim. */
export async function stored(site: TestSite, id: string, columns: string): Promise<unknown[]> {
  const query = `select ${columns} from v_claim where id = '${id}'`
  return JSON.parse((await site.get(`/sql.json?q=${encodeURIComponent(query)}`)).body).rows[0]
}

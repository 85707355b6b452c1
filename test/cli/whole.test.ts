import { expect, it } from 'vitest'
import { makeWorkspace } from './hearsay.ts'

const BODY = 'The old baths at Orrin will be closed for two years, the harbour master said on Monday.'
const PASTED = `Quay to close\n\nBy Ida Holm\n3 May 2026\n\n${BODY}\n\nAdvertisement\n\nMost read\nDog elected mayor\n`

const ARTICLES = ['query', '--json', 'SELECT text, title, byline, published_at FROM article ORDER BY length(text)']

it('keeps the article of a pasted text, or with --whole all of it', async () => {
  const workspace = makeWorkspace()
  workspace.write('quay.txt', PASTED)
  expect((await workspace.run(['run', 'quay.txt'])).status).toBe(0)
  const article = {
    text: `Quay to close\n\n${BODY}\n\n`,
    title: 'Quay to close',
    byline: 'Ida Holm',
    published_at: '2026-05-03',
  }
  expect(JSON.parse((await workspace.run(ARTICLES)).stdout)).toEqual([article])
  expect((await workspace.run(['run', 'quay.txt', '--whole'])).status).toBe(0)
  expect(JSON.parse((await workspace.run(ARTICLES)).stdout)).toEqual([
    article,
    { text: PASTED, title: 'Quay to close', byline: null, published_at: null },
  ])
})

it('reads a paste from standard input alike', async () => {
  const workspace = makeWorkspace()
  const { status } = await workspace.run(['run', '-', '--whole'], { input: PASTED })
  expect(status).toBe(0)
  expect(JSON.parse((await workspace.run(ARTICLES)).stdout)).toMatchObject([{ text: PASTED }])
})

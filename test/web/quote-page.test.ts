import { expect, it } from 'vitest'
import { buildArticleRecord } from '../support/article-record.ts'
import { startSiteOf, wordsOf } from './site.ts'

const RECORD = buildArticleRecord(
  'Levy row\n\n“We will not raise the levy <b>this</b> year,” Ann Lee said.',
  [
    {
      source: 'Ann Lee',
      cue: 'said',
      content: 'We will not raise the levy <b>this</b> year,',
      claim: { quotation: 'direct' },
      describe: { naming: 'named', kind: 'person', name: { value: 'Ann Lee', span: null } },
    },
  ],
  { article: { title: 'Levy row', uri: 'news/levy.txt' } },
)

async function ask(words: string, by = '') {
  const site = await startSiteOf([RECORD])
  return await site.get(`/quote?${new URLSearchParams({ q: words, by })}`)
}

it('is in the navigation, and asks for a quotation', async () => {
  const site = await startSiteOf([RECORD])
  const { status, body } = await site.get('/quote')
  expect(status).toBe(200)
  expect(body).toContain('<a href="/quote" aria-current="page">')
  expect(wordsOf(body)).toContain('What counts as the same')
})

it('keeps what was asked, and says verdict, source, place and whether the speaker agrees', async () => {
  const { body } = await ask('We will not raise the levy', 'Ms Lee')
  expect(wordsOf(body)).toContain('exact it stands there word for word · the speaker agrees')
  expect(body).toContain('>We will not raise the levy</textarea>')
  expect(body).toContain('value="Ms Lee"')
  expect(body).toContain(`href="/claims/${RECORD.claims[0]?.id}"`)
  expect(body).toContain(`href="/articles/${RECORD.article.id}?claim=${RECORD.claims[0]?.id}`)
  expect(wordsOf(body)).toMatch(/characters 11–37/)
})

it('marks what differs, and nothing of it is markup', async () => {
  const { body } = await ask('We will never raise the levy <i>this</i> year')
  expect(body).toMatch(
    /<del class="part changed" title="[^"]*">not<\/del> <ins class="part changed" title="[^"]*">never<\/ins>/,
  )
  expect(body).not.toMatch(/<[bi]>/)
})

it.each([
  ['We will not raise the levy', 'Bob Roy', 'other speaker'],
  ['Purple zeppelins hum quietly', '', 'not found'],
])('%s, by %j: %s', async (words, by, verdict) => {
  expect(wordsOf((await ask(words, by)).body)).toContain(`${verdict} `)
})

it('refuses what has no words or too many, and what it does not know', async () => {
  expect((await ask('?!')).status).toBe(400)
  expect((await ask('word '.repeat(1_001))).status).toBe(400)
  const site = await startSiteOf([RECORD])
  expect((await site.get('/quote?words=x')).status).toBe(400)
})

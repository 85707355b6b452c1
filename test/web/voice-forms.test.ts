import { expect, it } from 'vitest'
import { articleOf } from '../support/voiced-article.ts'
import { startSiteOf, type TestSite, wordsOf } from './site.ts'

const ONE = articleOf(
  [
    {
      name: 'Ada Brook',
      says: ['one', 'two'],
      voice: { gender: { value: 'man', confidence: 0.7 }, role: { value: 'clerk', span: null } },
    },
    { name: 'Eve Foss', says: ['four'] },
  ],
  { uri: 'news/one.txt', title: 'First' },
)
const TWO = articleOf([{ name: 'Ada Brook', says: ['three'] }], { uri: 'news/two.txt', title: 'Second' })
const [BROOK, FOSS] = ONE.voices.map(({ id }) => id) as [string, string]
const OTHER = TWO.voices[0]?.id as string

const page = async (site: TestSite, id: string, query = '') => (await site.get(`/people/${id}${query}`)).body

it('a voice is corrected by a form, shows who said so, counts so at once, and is taken back', async () => {
  const site = await startSiteOf([ONE, TWO], { isEditable: true })
  expect(await page(site, BROOK)).toContain(`href="/people/${BROOK}?edit=${OTHER}#voice-${OTHER}"`)
  const form = await page(site, BROOK, `?edit=${BROOK}`)
  expect(form).toContain(`action="/people/${BROOK}/correct"`)
  expect(form).toContain('<option value="man" selected>')
  expect(form).toContain('name="seen" value="0"')
  const said = { gender: 'woman', type: 'unknown', function: 'unknown', role: 'none', note: 'asked her', by: 'Ann <b>' }
  const done = await site.post(`/people/${BROOK}/correct`, { ...said, seen: '0' })
  expect([done.status, done.headers.location]).toEqual([303, `/people/${BROOK}?did=corrected#voice-${BROOK}`])
  const after = await page(site, BROOK, '?did=corrected')
  expect(wordsOf(after)).toMatch(/gender woman corrected judged: man/)
  expect(wordsOf(after)).toMatch(/role not told corrected judged: clerk/)
  expect(wordsOf(after)).toMatch(/corrected by Ann <b> on \S+ .*gender woman; no role “asked her”/)
  expect(after).not.toContain('Ann <b>')
  expect(wordsOf((await site.get('/people?gender=woman')).body)).toContain('Ada Brook')
  const { body } = await site.get(`/api/v1/people/${BROOK}`)
  expect(JSON.parse(body).voices.find(({ id }: { id: string }) => id === BROOK)).toMatchObject({
    gender: 'woman',
    role: null,
    corrected: { by: 'Ann <b>', note: 'asked her' },
  })
  const late = await site.post(`/people/${BROOK}/correct`, { gender: 'man', seen: '0' })
  expect([late.status, wordsOf(late.body)]).toEqual([409, expect.stringContaining('corrected by somebody else')])
  expect((await site.post(`/people/${BROOK}/undo`, { seen: '1' })).headers.location).toContain('did=undone')
  expect(wordsOf(await page(site, BROOK))).toMatch(/gender man/)
})

it('people are joined by the address of a page, and parted by the article of the other', async () => {
  const site = await startSiteOf([ONE, TWO], { isEditable: true })
  await site.post(`/people/${FOSS}/correct`, { same: `http://127.0.0.1/people/${BROOK}?did=corrected` })
  expect(wordsOf(await page(site, FOSS))).toContain('4 claims')
  await site.post(`/people/${FOSS}/correct`, { apart: BROOK })
  expect(wordsOf(await page(site, FOSS))).toContain('1 claim')
  expect(wordsOf(await page(site, BROOK))).toContain('3 claims')
  const nothing = await site.post(`/people/${FOSS}/correct`, { gender: 'unknown', role: '' })
  expect([nothing.status, wordsOf(nothing.body)]).toEqual([
    400,
    expect.stringContaining('Nothing was said of the voice'),
  ])
  expect((await site.post(`/people/${FOSS}/correct`, { same: 'ffff' })).status).toBe(404)
})

it('no form is there where nothing may be changed', async () => {
  const site = await startSiteOf([ONE])
  const body = await page(site, BROOK, `?edit=${BROOK}`)
  expect(body).not.toContain('method="post"')
  expect(body).not.toContain('Correct…')
  expect((await site.post(`/people/${BROOK}/correct`, { gender: 'woman' })).status).toBe(405)
})

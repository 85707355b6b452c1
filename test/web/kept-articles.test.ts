import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from '../support/stored-database.ts'
import { OpenDesk, PASTED } from './open-desk.ts'
import { wordsOf } from './site.ts'

let desk: OpenDesk
beforeEach(async () => {
  desk = await OpenDesk.open(join(makeFolder(), 'claims.db'))
})
afterEach(() => desk.close())

describe('a text that is pasted', () => {
  it('is shown as it was read, with what was left out, and stored only when it is kept', async () => {
    const { status, headers } = await desk.give({
      text: PASTED,
      publisher: 'The Courier',
      published: '2026-05-31',
      title: '',
    })
    expect(status).toBe(303)
    const preview = String(headers.location)
    const words = wordsOf((await desk.site.get(preview)).body)
    expect(words).toContain('Rents rise again')
    expect(words).toContain('publisher The Courier given by hand')
    expect(words).toContain('byline Ida Holm')
    expect(words).toContain('share line Share this')
    expect(await desk.rows('select count(*) from article')).toEqual([[0]])

    await desk.site.post(`${preview}/read`, { whole: '1' })
    expect(wordsOf((await desk.site.get(preview)).body)).toContain('Nothing: every word is kept')
    await desk.site.post(`${preview}/read`, {})

    const { address } = await desk.keep(preview)
    expect(address).toMatch(/^\/articles\/[0-9a-f]{64}$/)
    expect(wordsOf((await desk.site.get(address)).body)).toContain('We will act')
    expect(await desk.rows('select status, inputs, done, dead from run')).toEqual([['finished', 1, 1, 0]])
    expect(await desk.rows('select publisher, byline, published_at, text from article')).toEqual([
      ['The Courier', 'Ida Holm', '2026-05-31', expect.not.stringContaining('Share this')],
    ])
    expect(await desk.rows('select reason, text from v_left_out order by 1')).toContainEqual([
      'share line',
      expect.stringContaining('Share this'),
    ])
    expect(await desk.rows('select count(*) from seal')).toEqual([[1]])
  })

  it('leads to the article that is stored already', async () => {
    const first = await desk.preview({ text: PASTED })
    const { address } = await desk.keep(first)
    const again = await desk.site.get(await desk.preview({ text: PASTED }))
    expect(again.body).toContain(`href="${address}"`)
    expect(wordsOf(again.body)).toContain('in the database already')
    expect(again.body).not.toContain('/keep"')
  })

  it('is stored once when two give it at the same time', async () => {
    const both = await Promise.all([desk.give({ text: PASTED }), desk.give({ text: PASTED })])
    const addresses = both.map(({ headers }) => String(headers.location))
    await Promise.all(addresses.map(address => desk.site.post(`${address}/keep`, {})))
    const [one, other] = await Promise.all(addresses.map(address => desk.untilKept(address)))
    expect(one?.address).toBe(other?.address)
    expect(await desk.rows('select status, done, unchanged from run order by id')).toEqual([
      ['finished', 1, 0],
      ['finished', 0, 1],
    ])
  })

  it('waits for a run that holds the database, and says so', async () => {
    const other = SqliteStore.open(desk.path)
    const run = other.startRun(CONFIGURATION)
    const preview = await desk.preview({ text: PASTED })
    await desk.site.post(`${preview}/keep`, {})
    let words = ''
    while (!words.includes('is in use by run')) words = wordsOf((await desk.site.get(preview)).body)
    expect(words).toContain('is kept as soon as it can be')
    other.endRun(run, 'finished', NO_COUNTS)
    other.close()
    expect((await desk.untilKept(preview)).address).toContain('/articles/')
  })

  it('leaves nothing half stored when the site is closed, and says what was lost', async () => {
    const other = SqliteStore.open(desk.path)
    const run = other.startRun(CONFIGURATION)
    const waiting = await desk.preview({ text: PASTED })
    await desk.site.post(`${waiting}/keep`, {})
    await desk.give({ text: 'Another article that nobody kept, said Ms Roy.' })
    const { lost, waiting: idle } = await desk.intake.close()
    expect(lost.map(({ title, fate }) => [title, fate])).toEqual([['Rents rise again', 'lost']])
    expect(idle).toBe(1)
    other.endRun(run, 'finished', NO_COUNTS)
    other.close()
    expect(await desk.rows('select count(*) from article')).toEqual([[0]])
    expect(await desk.rows("select count(*) from run where status = 'running'")).toEqual([[0]])
  })
})

describe('files', () => {
  it('are read each by its content, and what cannot be read says why', async () => {
    const { headers } = await desk.give({
      files: [
        new File([PASTED], 'rents.txt'),
        new File(
          [
            '<html><head><title>Fire on the ferry</title></head><body><article><h1>Fire on the ferry</h1><p>Nobody was hurt, the coast guard said on Monday after a fire on the night ferry.</p></article></body></html>',
          ],
          '../../etc/ferry.html',
        ),
        new File([new Uint8Array([0, 1, 2, 255, 254, 0, 7])], 'noise\u202e.bin'),
        new File(
          [
            'Der Bürgermeister sagte am Montag, die Mieten seien in diesem Jahr um ein Zehntel gestiegen, und das sei zu viel.',
          ],
          'mieten.txt',
        ),
      ],
    })
    const preview = String(headers.location)
    const page = (await desk.site.get(preview)).body
    const words = wordsOf(page)
    expect(words).toContain('2 articles read')
    expect(words).toMatch(/noise \.bin failed It is .*not text/)
    expect(words).toMatch(/mieten\.txt passed over It is in another language than English \(de\)\./)
    await desk.site.post(`${preview}/read`, { language: 'any' })
    expect(wordsOf((await desk.site.get(preview)).body)).toContain('3 articles read')
    const ids = [...page.matchAll(/name="article" value="([0-9a-f]{64})"/g)].map(([, id]) => id as string)
    const { address } = await desk.keep(preview, { article: ids[1] ?? '' })
    expect(address).toBe(`/articles/${ids[1]}`)
    expect(await desk.rows('select title, uri from article')).toEqual([
      ['Fire on the ferry', expect.stringMatching(/^given:[^/]+Z\/ferry\.html$/)],
    ])
  })
})

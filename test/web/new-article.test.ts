import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../support/stored-database.ts'
import { OpenDesk, PASTED } from './open-desk.ts'
import { openSite, wordsOf } from './site.ts'

let desk: OpenDesk
beforeEach(async () => {
  desk = await OpenDesk.open(join(makeFolder(), 'claims.db'))
})
afterEach(() => desk.close())

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
    expect(await desk.rows('select count(*) from article')).toEqual([[0]])
  })

  it('cost no more than readers allow, and are read no further than a page shows', async () => {
    const lines = Array.from({ length: 700 }, (_, line) =>
      JSON.stringify({ text: `Rents rose again, said Ms Roy of ${line} Vale.` }),
    )
    const preview = await desk.preview({
      files: [
        new File([gzipSync(Buffer.alloc(30_000_000, 'a'))], 'bomb.txt.gz'),
        new File([`<div>`.repeat(100_000)], 'deep.html'),
        new File([lines.join('\n')], 'many.jsonl'),
      ],
    })
    const words = wordsOf((await desk.site.get(preview)).body)
    expect(words).toMatch(/bomb\.txt\.gz failed It .*--max-ratio/)
    expect(words).toMatch(/deep\.html failed It .*--max-/)
    expect(words).toContain('Not all of it is here: only the first 500 entries were read')
    expect(words).toContain('498 articles read')
  })
})

describe('what is wrong', () => {
  it('is said where nothing was given, or nothing is there any more', async () => {
    const empty = await desk.give({ text: '  ' })
    expect(empty.status).toBe(400)
    expect(wordsOf(empty.body)).toContain('Nothing was given')
    for (const address of ['/new/abc', `/new/${'0'.repeat(32)}`])
      expect((await desk.site.get(address)).status).toBe(404)
    expect((await desk.site.post('/new/abc/keep', {})).status).toBe(404)
    const dropped = await desk.preview({ text: PASTED })
    await desk.site.post(`${dropped}/drop`, {})
    expect((await desk.site.get(dropped)).status).toBe(404)
  })

  it('is refused when another site asks for it', async () => {
    const body = new URLSearchParams({ text: PASTED }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const origin of [undefined, 'http://evil.example', 'null'])
      expect(
        (
          await desk.site.ask('/new', {
            method: 'POST',
            body,
            headers: { ...headers, ...(origin === undefined ? {} : { origin }) },
          })
        ).status,
      ).toBe(403)
  })

  it('is larger than a site takes', async () => {
    const answer = await desk.site.ask('/new', {
      method: 'POST',
      headers: {
        origin: `http://127.0.0.1:${desk.site.running.port}`,
        'content-type': 'text/plain',
        'content-length': '70000000',
      },
      body: 'x',
    })
    expect(answer.status).toBe(413)
    expect(wordsOf(answer.body)).toContain('larger than the 60 MB')
  })

  it('cannot be done where the site is read only', async () => {
    const readOnly = await openSite(desk.path)
    onTestFinished(() => readOnly.close())
    const { status, body } = await readOnly.get('/new')
    expect(status).toBe(404)
    expect(wordsOf(body)).toContain('start it with hearsay serve --edit')
    expect((await readOnly.post('/new', { text: PASTED })).status).toBe(405)
    expect((await readOnly.get('/claims')).body).not.toContain('href="/new"')
  })
})

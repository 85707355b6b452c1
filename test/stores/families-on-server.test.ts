import { join } from 'node:path'
import { expect, it } from 'vitest'
import { updateAcross } from '../../src/families/update.ts'
import { appendCorrections } from '../../src/store/open-store.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { enterTogether, makeArticle, readRows } from '../support/said-articles.ts'
import { makeFolder } from '../support/stored-database.ts'

const ARTICLES = Array.from({ length: 12 }, (_, number) =>
  makeArticle(number, [1, 2, 3, 20, null][number % 5] ?? null, [
    { content: number % 10, speaker: number % 5 },
    { content: (number * 3) % 10, speaker: (number * 2) % 5 },
    { content: (number * 7 + 1) % 10, speaker: 0 },
  ]),
)

describePostgres('families of both stores', server => {
  it('are the same, one by one, all at once, after a correction, and by four at a time', async () => {
    const [file, url] = [join(makeFolder(), 'one.db'), await server().createDatabase()]
    await enterTogether(file, [ARTICLES])
    await enterTogether(url, [ARTICLES.slice(6), ARTICLES.slice(0, 6)])
    const rows = await readRows(file)
    expect(rows.family.length).toBeGreaterThan(1)
    expect(await readRows(url)).toEqual(rows)
    await updateAcross(url, { rebuild: true, allAtOnceFrom: 1 })
    expect(await readRows(url)).toEqual(rows)
    const claim = ARTICLES[3]?.claims[0]?.id as string
    for (const db of [file, url]) {
      await appendCorrections(db, [claim], { verdict: 'rejected', source: null, note: null, correctedBy: null })
      await updateAcross(db)
    }
    const corrected = await readRows(file)
    expect(corrected).not.toEqual(rows)
    expect(await readRows(url)).toEqual(corrected)
    // Stored anew by several at a time: whoever has the lock enters what the others stored, too.
    await Promise.all([0, 1, 2, 3].map(part => enterTogether(url, [ARTICLES.slice(part * 3, part * 3 + 3)])))
    await updateAcross(url)
    expect(await readRows(url)).toEqual(corrected)
  })
})

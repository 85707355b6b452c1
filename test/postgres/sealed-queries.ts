import { countArticles } from '../../src/store/queries/articles/stream-article-ids.ts'
import { countAdded } from '../../src/store/queries/claims/count-added.ts'
import { countCorrections } from '../../src/store/queries/corrections/count-corrections.ts'
import { readRunKeys, readStoredInput, readStoredLetter } from '../../src/store/queries/seals/sealed-rows.ts'
import type { Ask } from './twin.ts'

/** Queries of what verification counts and reads again; what holds times is asked how much of it there is. */
export const SEALED_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  countAdded: [({ database }) => countAdded(database)],
  countArticles: [({ database }) => countArticles(database)],
  countCorrections: [
    ({ database, ids }) => Promise.all(ids.claim.map(id => countCorrections(database, id))),
    ({ database }) => countCorrections(database, 'nobody'),
  ],
  readRunKeys: [async ({ database }) => (await readRunKeys(database)).length],
  readStoredInput: [
    async ({ database }) => {
      const inputs = await database.selectFrom('input').select('id').orderBy('location').orderBy('uri').execute()
      const stored = await Promise.all(inputs.map(({ id }) => readStoredInput(database, id)))
      return stored.map(({ cells, leftOut }) => [cells.length, leftOut])
    },
  ],
  readStoredLetter: [
    async ({ database }) => {
      const letters = await database.selectFrom('dead_letter').select('id').orderBy('uri').orderBy('form').execute()
      return (await Promise.all(letters.map(({ id }) => readStoredLetter(database, id)))).map(({ length }) => length)
    },
    async ({ database }) => await readStoredLetter(database, -1),
  ],
}

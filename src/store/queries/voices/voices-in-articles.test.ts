import { expect, it } from 'vitest'
import { correctNow } from '../../../../test/support/correct-now.ts'
import { readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'
import { articleOf } from '../../../../test/support/voiced-article.ts'
import { isListed } from '../../../domain/listed-acts.ts'
import type { NewCorrection } from '../../ledger/new-correction.ts'
import { streamArticlesWithClaims } from '../stream-articles-with-claims.ts'

const SPEAKERS = [
  { name: 'Ada Brook', says: ['one', 'two', 'three'], quoted: 2 },
  { name: 'Bert Cole', says: ['four', 'five'], quoted: 3 },
  { name: 'Two clerks', says: ['six', 'seven'], quoted: 1, voice: { name: null, naming: 'unnamed', kind: 'group' } },
  { name: 'Eve Foss' },
] as const

it('gives each claim to whom the views give it, whatever was said of it', async () => {
  const records = [articleOf(SPEAKERS, { uri: 'a.txt' }), articleOf(SPEAKERS, { uri: 'b.txt' })]
  const path = storeRecords(records)
  const ids = records[0]?.claims.map(({ id }) => id) ?? []
  const said: readonly Partial<NewCorrection>[] = [
    { verdict: 'rejected' },
    { source: 'Bert Cole' },
    { source: 'Nobody Known' },
    { source: 'Eve Foss' },
    { act: 'belief' },
    { naming: 'anonymous' },
    { naming: 'unstated' },
  ]
  for (const [i, correction] of said.entries())
    correctNow(path, [ids[i] ?? ''], { verdict: null, source: null, note: null, correctedBy: null, ...correction })
  const { database } = readUntilTestEnds(path)
  const counted = new Map<string, { claims: number; words: number }>()
  for await (const { claims } of streamArticlesWithClaims(database))
    for (const { act, voiceId, quotedWords } of claims) {
      if (voiceId === null || !isListed(act)) continue
      const { claims: before, words } = counted.get(voiceId) ?? { claims: 0, words: 0 }
      counted.set(voiceId, { claims: before + 1, words: words + quotedWords })
    }
  const rows = await database
    .selectFrom('v_voice')
    .select(['voice_id', 'name', 'claims', 'quoted_words as words'])
    .execute()
  expect(counted).toEqual(new Map(rows.map(({ voice_id, claims, words }) => [voice_id, { claims, words }])))
  const ofFirst = rows.filter(({ voice_id }) => records[0]?.voices.some(({ id }) => id === voice_id))
  expect(new Map(ofFirst.map(({ name, claims }) => [name, claims]))).toEqual(
    new Map([
      ['Bert Cole', 1],
      [null, 2],
      ['Eve Foss', 1],
    ]),
  )
})

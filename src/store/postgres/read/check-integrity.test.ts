import { expect, it, onTestFinished } from 'vitest'
import { describePostgres } from '../../../../test/postgres/describe-postgres.ts'
import { query } from '../../../../test/postgres/start-postgres.ts'
import { buildArticleRecord } from '../../../../test/support/article-record.ts'
import { CONFIGURATION } from '../../../../test/support/stored-database.ts'
import { openReader } from '../../open-reader.ts'
import { PostgresStore } from '../postgres-store.ts'

describePostgres('the integrity of a database of PostgreSQL', server => {
  it('is that every reference leads somewhere, whether the server watches over it or not', async () => {
    const db = await server().createDatabase()
    const store = await PostgresStore.open(db)
    const run = await store.startRun(CONFIGURATION)
    const place = { start: 0, end: 3, text: 'Roy' }
    const entities = [{ id: 'e1', name: 'Arundhati Roy', kind: 'person' as const }]
    const record = buildArticleRecord('Roy said so.', [{ source: 'Roy', cue: 'said', content: 'so' }], {
      entities,
      mentions: [{ ...place, type: 'person', name: null, chain: 0, entityId: 'e1' }],
      candidates: [{ ...place, stage: 'claims', rule: 'r', reason: 'none' }],
    })
    await store.write(run, { records: [record], dead: [], skipped: [] })
    await store.close()
    const reader = await openReader(db)
    onTestFinished(() => reader.close())
    expect(await reader.checkIntegrity()).toEqual([])

    // Without keys and triggers, as somebody may who owns the server.
    const parents = ['article', 'entity', 'run']
    await query(db, `SET session_replication_role = replica; ${parents.map(one => `DELETE FROM ${one}`).join('; ')}`)
    expect((await reader.checkIntegrity()).map(problem => problem.replace(/^\d+ /, '')).sort()).toEqual([
      'rows of across_entry refer to a article that is not there',
      'rows of candidate refer to a article that is not there',
      'rows of claim refer to a article that is not there',
      'rows of done refer to a article that is not there',
      'rows of done refer to a run that is not there',
      'rows of input refer to a run that is not there',
      'rows of input refer to a run that is not there',
      'rows of mention refer to a article that is not there',
      'rows of mention refer to a entity that is not there',
      'rows of seal refer to a run that is not there',
      'rows of source refer to a article that is not there',
    ])
    await query(db, 'SET session_replication_role = replica; DELETE FROM claim; DELETE FROM source')
    expect((await reader.checkIntegrity()).map(problem => problem.replace(/^\d+ /, ''))).toEqual(
      expect.arrayContaining([
        'rows of claim_search refer to a claim that is not there',
        'rows of claim_span refer to a claim that is not there',
        'rows of evidence refer to a claim that is not there',
        'rows of evidence refer to a source that is not there',
        'rows of source_span refer to a source that is not there',
      ]),
    )
  })
})

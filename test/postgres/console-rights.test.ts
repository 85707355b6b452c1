import { beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { findExcessRights } from '../../src/store/postgres/read/excess-rights.ts'
import type { QueryAnswer } from '../../src/web/sql/answer.ts'
import { CONSOLE_LIMITS } from '../../src/web/sql/limits.ts'
import { startSite } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describePostgres } from './describe-postgres.ts'
import { startConsole } from './start-console.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

describePostgres('the user of the console on PostgreSQL', server => {
  let url = ''

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
  })

  async function findExcess(reading: string): Promise<string | null> {
    const reader = await openReader(reading)
    try {
      return await findExcessRights(reader.database)
    } finally {
      await reader.close()
    }
  }

  it('may read tables, own them, and read those of others', async () => {
    expect(await findExcess(await addReader(url, 'only_reads'))).toBeNull()
    expect(await findExcess(await addReader(url, 'reads_all', 'IN ROLE pg_read_all_data'))).toBeNull()
    const owner = await addReader(url, 'owns', 'CREATEDB')
    await query(url, 'ALTER TABLE claim OWNER TO owns')
    expect(await findExcess(owner)).toBeNull()
  })

  it.each([
    ['SUPERUSER', /^is a superuser$/],
    ['CREATEROLE', /^may make roles/],
    ['REPLICATION', /^may replicate/],
    ['BYPASSRLS', /^passes over row security/],
    ['IN ROLE pg_read_server_files', /^is a member of pg_read_server_files$/],
    ['IN ROLE pg_write_server_files', /^is a member of pg_write_server_files$/],
    ['IN ROLE pg_execute_server_program', /^is a member of pg_execute_server_program$/],
    ['IN ROLE pg_signal_backend', /^is a member of pg_signal_backend$/],
    ['IN ROLE pg_monitor', /^is a member of pg_monitor$/],
    ['IN ROLE pg_write_all_data', /^is a member of pg_write_all_data$/],
    ['IN ROLE pg_checkpoint', /^is a member of pg_checkpoint$/],
  ])('may have no more: %s', async (rights, excess) => {
    const name = `more_${rights.toLowerCase().replaceAll(/\W/g, '_')}`
    expect(await findExcess(await addReader(url, name, rights))).toMatch(excess)
  })

  it('may have no more by way of other roles, nor by what is granted on single functions', async () => {
    await query(url, 'CREATE ROLE boss SUPERUSER; CREATE ROLE between_them IN ROLE boss')
    expect(await findExcess(await addReader(url, 'in_boss', 'IN ROLE between_them'))).toBe(
      'may become the superuser boss',
    )
    await query(url, 'CREATE ROLE files IN ROLE pg_read_server_files')
    expect(await findExcess(await addReader(url, 'in_files', 'IN ROLE files NOINHERIT'))).toMatch(
      /pg_read_server_files/,
    )
    const caller = await addReader(url, 'calls')
    await query(url, 'GRANT EXECUTE ON FUNCTION pg_read_file(text) TO calls')
    expect(await findExcess(caller)).toBe('may call pg_read_file()')
    const disguised = await addReader(url, 'disguised', 'SUPERUSER')
    await query(url, 'CREATE ROLE harmless; GRANT SELECT ON ALL TABLES IN SCHEMA public TO harmless')
    await query(url, 'ALTER ROLE disguised SET role = harmless')
    expect(await findExcess(disguised)).toBe('is a superuser')
  })

  it('is told why there is no console, and what to do; all other pages are there', async () => {
    const site = await startSite(url)
    const { status, body } = await site.get('/sql?q=SELECT+1')
    expect(status).toBe(200)
    expect(body).toMatch(/SQL is switched off here, because the database user of this site is a superuser/)
    expect(body).toContain('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader')
    expect(body).not.toContain('<textarea')
    const file = await site.get('/sql.json?q=SELECT+1')
    expect(file.status).toBe(400)
    expect(file.body).toMatch(/switched off/)
    expect((await site.get('/claims')).status).toBe(200)
  })

  it('may be let to add corrections, and has a console all the same', async () => {
    const editor = await addReader(url, 'edits')
    await query(url, 'GRANT INSERT ON correction, correction_link, voice_correction, voice_correction_link TO edits')
    await query(url, 'GRANT INSERT, DELETE ON standing, standing_span, standing_search TO edits')
    const [claim] = await query(url, 'SELECT id FROM claim ORDER BY id LIMIT 1')
    const site = await startSite(editor, { isEditable: true })
    const { status } = await site.post(`/claims/${claim?.id}/correct`, {
      verdict: 'reject',
      note: 'no claim',
      by: 'Ann',
    })
    expect(status).toBe(303)
    const [voice] = await query(url, 'SELECT id FROM voice ORDER BY id LIMIT 1')
    if (voice !== undefined) expect((await site.post(`/people/${voice.id}/correct`, { note: 'seen' })).status).toBe(303)
    const { body } = await site.get('/sql.json?q=SELECT+note+FROM+v_corrected')
    expect(JSON.parse(body)).toMatchObject({ rows: [['no claim']] })
  })

  describe('of a query that takes too long', () => {
    let reading = ''

    beforeAll(async () => {
      reading = await addReader(url, 'waits')
    })

    const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x % 7 + 1 FROM n) SELECT count(*) FROM n'
    /** Looks at nothing else before it is done: neither at a time limit nor at who has gone. */
    const DEAF = `SELECT 1 WHERE ${[1, 2, 3, 4, 5].map(digit => `9.${digit}::numeric ^ 100000 > 1`).join(' AND ')}`

    async function countBackends(): Promise<number> {
      const rows = await query(
        url,
        "SELECT pid FROM pg_stat_activity WHERE usename = 'waits' AND query ~ '^(FETCH|DECLARE|EXPLAIN)'",
      )
      return rows.length
    }

    it('is left with nothing on the server, where the server ends it', async () => {
      const console = await startConsole(reading)
      expect(reasonOf(await console.run(ENDLESS))).toMatch(/longer than 1 second/)
      expect(await countBackends()).toBe(0)
    })

    it('is left with nothing on the server, where the connection is cut', async () => {
      const console = await startConsole(reading, { ...CONSOLE_LIMITS, milliseconds: 60_000 })
      const running = console.run(ENDLESS)
      await until(async () => (await countBackends()) === 1)
      await console.close()
      expect(reasonOf(await running)).toMatch(/closing/)
      expect(await countBackends()).toBe(0)
    })

    it('waits for what the server cannot end at once, so that it is never at two things', async () => {
      const console = await startConsole(reading, { ...CONSOLE_LIMITS, milliseconds: 100 })
      expect(reasonOf(await console.run(DEAF))).toMatch(/The query was stopped/)
      while (reasonOf(await console.run('SELECT 1')).includes('still ending')) expect(await countBackends()).toBe(1)
      expect(await countBackends()).toBe(0)
    })
  })
})

function reasonOf(answer: QueryAnswer): string {
  return answer.kind === 'refused' ? answer.reason : `it gave ${answer.rows.length} rows`
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 50))
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeWorkspace } from '../cli/hearsay.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'
import { fill } from './twins.ts'

describePostgres('corrections that come back to PostgreSQL', server => {
  it('are added once, become gold, and calibration says where it wants to be kept', async () => {
    const url = await server().createDatabase()
    await fill(url)
    const workspace = makeWorkspace()
    const run = async (...args: string[]) => await workspace.run([...args, '--db', url])
    expect((await run('export', '--format', 'brat', '-o', 'brat')).status).toBe(0)
    const folder = join(workspace.folder, 'brat')
    const file = readdirSync(folder).find(
      name => name.endsWith('.ann') && / Act E1 /.test(readFileSync(join(folder, name), 'utf8').replaceAll('\t', ' ')),
    ) as string
    const text = readFileSync(join(folder, file), 'utf8')
    const act = /Act E1 order/.test(text) ? 'promise' : 'order'
    writeFileSync(join(folder, file), text.replace(/\tAct E1 \S+/, `\tAct E1 ${act}`))
    const count = async () => await query(url, `SELECT count(*)::int AS n FROM correction WHERE act = '${act}'`)
    const before = await count()
    for (const changed of [1, 0]) {
      const { status, stderr } = await run('import', 'brat', '--by', 'eg')
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: expect.stringContaining(`${changed} changed, 0 rejected`),
      })
    }
    expect((await count())[0]?.n).toBe((before[0]?.n as number) + 1)
    const gold = await run('gold', '-o', 'gold', '--partial')
    expect(gold.status, gold.stderr).toBe(0)
    expect((await run('eval', '--corrections')).stdout).toContain('Judged claims are a selection')
    expect(await run('calibrate')).toMatchObject({ status: 2, stderr: expect.stringContaining('HEARSAY_CALIBRATION') })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAM } from './articles.ts'
import { Workspace } from './hearsay.ts'

const EARLIER = `${DAM}\n\n"The gates held for nine hours," said Ruth Odhiambo, the duty engineer.\n`
const LATER = `${DAM}\n\n"The gates held for two hours," said Ruth Odhiambo, the duty engineer.\n`

const workspace = new Workspace()
beforeAll(async () => {
  for (const text of [EARLIER, LATER]) {
    workspace.write('news/dam.txt', text)
    workspace.write('news/other.txt', `${DAM}\nRain fell.\n`)
    expect((await workspace.run(['run', 'news'])).status).toBe(0)
  }
})
afterAll(() => workspace.remove())

async function print(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await workspace.run(['diff', ...args])
  expect(status, stderr).toBe(0)
  return stdout
}

describe('hearsay diff', () => {
  it('says what changed since the version before, and shows the words', async () => {
    const printed = await print('dam.txt')
    expect(printed).toMatch(/^--- [0-9a-f]{12} {2}version 1 of 2 .+\n\+\+\+ [0-9a-f]{12} {2}version 2 of 2 /)
    expect(printed).toContain('1 change of claims, 0 of other words; no note says so.')
    expect(printed).toMatch(
      / {2}changed content +[0-9a-f]{8} → [0-9a-f]{8} {2}"The gates held for \[-nine-\] \{\+two\+\}/,
    )
    expect(printed).toContain('\n…\n\n"The gates held for [-nine-] {+two+} hours," said Ruth Odhiambo')
    expect(printed).not.toContain(DAM.split('\n', 1)[0])
    expect(await print('dam.txt', '--whole')).toContain(DAM.split('\n', 1)[0])
  })

  it('gives the changes as rows, with the places of their words', async () => {
    const rows = JSON.parse(await print('dam.txt', '--json')) as Record<string, unknown>[]
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ change: 'changed', field: 'content' })
    const { start_before, end_before, before } = rows[0] as { start_before: number; end_before: number; before: string }
    expect(before).toContain([...EARLIER].slice(start_before, end_before).join(''))
    expect((await print('dam.txt', '--csv')).split('\r\n', 1)[0]).toBe(Object.keys(rows[0] ?? {}).join(','))
    expect((await print('dam.txt', '-t')).split('\n', 1)[0]).toMatch(/^change +field +claim +before +after$/)
  })

  it('compares any two, the earlier version first', async () => {
    const [row] = JSON.parse(await print('dam.txt', '--json')) as { earlier_id: string; later_id: string }[]
    const { earlier_id: earlier, later_id: later } = row as { earlier_id: string; later_id: string }
    const printed = await print('dam.txt')
    for (const named of [[earlier, later], [later, earlier], [earlier], [later.slice(0, 12)]])
      expect(await print(...named)).toBe(printed)
    expect(await print('dam.txt', 'other.txt')).toContain('{+Rain fell.+}')
  })

  it('says so where there is one version, an unknown one, or the same twice', async () => {
    const alone = await workspace.run(['diff', 'other.txt'])
    expect(alone).toMatchObject({ status: 0, stdout: '' })
    expect(alone.stderr).toContain('Only one version')
    expect((await workspace.run(['diff', 'nothing.txt'])).status).toBe(2)
    const same = await workspace.run(['diff', 'dam.txt', 'dam.txt'])
    expect(same.status).toBe(2)
    expect(same.stderr).toContain('are the same text')
  })
})

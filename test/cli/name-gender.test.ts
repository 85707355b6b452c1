import { describe, expect, it } from 'vitest'
import { createPipeline } from '../../src/index.ts'
import { BRIDGE } from './articles.ts'
import { makeWorkspace } from './hearsay.ts'

const VOICES = "SELECT engine FROM done WHERE stage = 'voices'"

describe('--no-name-gender', () => {
  it('is kept with the run, and what was analysed without it is due for an upgrade', async () => {
    const workspace = makeWorkspace()
    workspace.write('bridge.txt', BRIDGE)
    await workspace.run(['run', 'bridge.txt', '--rules', '--no-name-gender'])
    const [run] = workspace.rows('SELECT options FROM run')
    expect(JSON.parse(run?.options as string)).toMatchObject({ nameGender: false })
    expect(workspace.rows(VOICES)).toEqual([{ engine: 'no-name-gender' }])
    await workspace.run(['run', '--upgrade', '--rules'])
    expect(workspace.rows(VOICES)).toEqual([{ engine: '' }])
  })

  it('is the library’s nameGender', async () => {
    const text = 'Maria Quom left. Quom Bexley, a widow, said no.'
    const gendersBy = async (nameGender: boolean) => {
      const { analyse } = await createPipeline({ engine: 'rules', nameGender })
      return (await analyse(text)).voices.map(({ name, gender }) => [name, gender.value])
    }
    const bexley = ['Quom Bexley', 'woman']
    expect(await gendersBy(true)).toEqual([['Maria Quom', 'woman'], bexley])
    expect(await gendersBy(false)).toEqual([['Maria Quom', 'unknown'], bexley])
  })
})

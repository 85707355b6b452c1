import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { BRIDGE } from './articles.ts'
import { makeWorkspace } from './hearsay.ts'

const MODEL = join(import.meta.dirname, '../../pipeline/model')

it.runIf(hasRuntime())('HEARSAY_MODEL names the folder of the model, for the command and its threads', () => {
  const workspace = makeWorkspace()
  workspace.write('bridge.txt', BRIDGE)
  workspace.write('changed/settings.json', `${readFileSync(join(MODEL, 'settings.json'), 'utf8')} `)
  for (const file of readdirSync(MODEL))
    if (file !== 'settings.json') symlinkSync(join(MODEL, file), join(workspace.folder, 'changed', file))
  const run = (database: string, env: NodeJS.ProcessEnv) => {
    const { status, stderr } = workspace.hearsay(['run', 'bridge.txt', '--engine', 'encoder', '--db', database], {
      env,
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 analysed') })
    const [model] = workspace.rows("SELECT DISTINCT model FROM done WHERE engine = 'encoder'", database)
    return { model: model?.model, claims: workspace.rows('SELECT id FROM claim ORDER BY id', database) }
  }
  const own = run('own.db', {})
  // The same model by other bytes.
  const changed = run('changed.db', { HEARSAY_MODEL: 'changed' })
  expect(changed.claims).toEqual(own.claims)
  expect(changed.model).not.toEqual(own.model)
})

it.runIf(hasRuntime())('a folder without a model is refused before anything is read', () => {
  const workspace = makeWorkspace()
  workspace.write('bridge.txt', BRIDGE)
  for (const args of [
    ['run', 'bridge.txt'],
    ['eval', '--pairs', 'bridge.txt'],
  ]) {
    const { status, stderr } = workspace.hearsay([...args, '--engine', 'encoder'], {
      env: { HEARSAY_MODEL: 'nowhere' },
    })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^hearsay: nowhere holds no encoder\.onnx; [^\n]*\n$/),
    })
  }
})

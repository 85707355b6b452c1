import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { makeWorkspace } from './hearsay.ts'

const LIBRARY = pathToFileURL(join(import.meta.dirname, '../../src/index.ts')).href
const TEXT = 'The bridge is shut, the mayor said on Monday.'

/** Folders that a runtime would leave its telemetry in, with the environment that names them. */
function emptyPlaces() {
  const workspace = makeWorkspace()
  const [home, temporary] = ['home', 'temporary'].map(name => join(workspace.folder, name)) as [string, string]
  for (const folder of [home, temporary]) mkdirSync(folder)
  const env = { HOME: home, XDG_CACHE_HOME: home, TMPDIR: temporary, HEARSAY_ENGINE: 'encoder' }
  return { workspace, env, left: () => [...readdirSync(home), ...readdirSync(temporary)] }
}

describe.runIf(hasRuntime())('the runtime of the encoder sends nothing, and keeps no identifier of the machine', () => {
  it('in a run', () => {
    const { workspace, env, left } = emptyPlaces()
    workspace.write('a.txt', TEXT)
    expect(workspace.hearsay(['run', 'a.txt', '--db', 'a.db'], { env }).stderr).toContain('1 new claim')
    expect(left()).toEqual([])
  })

  it('in a program that uses the library', () => {
    const { workspace, env, left } = emptyPlaces()
    const program = `
      import { createPipeline } from ${JSON.stringify(LIBRARY)}
      const pipeline = await createPipeline()
      console.log((await pipeline.analyse(${JSON.stringify(TEXT)})).claims.length)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: workspace.folder,
      encoding: 'utf8',
      env,
    })
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
    expect(left()).toEqual([])
  })
})

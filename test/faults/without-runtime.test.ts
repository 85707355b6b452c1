import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DAM } from '../cli/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'

const WITHOUT = { env: { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'without-runtime.mjs')}` } }

it('the encoder finds attributions where nobody says otherwise', () => {
  const workspace = makeWorkspace()
  workspace.write('dam.txt', DAM)
  const { status, stderr } = workspace.hearsay(['run', 'dam.txt'], {
    env: { ...WITHOUT.env, HEARSAY_ENGINE: undefined },
  })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^hearsay: The encoder needs onnxruntime-node/)
})

it('a machine without the runtime is told so in one sentence, and the other engines work', () => {
  const workspace = makeWorkspace()
  workspace.write('dam.txt', DAM)
  const { status, stdout, stderr } = workspace.hearsay(['run', 'dam.txt', '--engine', 'encoder'], WITHOUT)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^hearsay: The encoder needs onnxruntime-node[^\n]*--fast[^\n]*\n$/)
  expect(workspace.rows('SELECT 1 FROM article')).toEqual([])
  const fast = workspace.hearsay(['run', 'dam.txt', '--fast'], WITHOUT)
  expect(fast.status, fast.stderr).toBe(0)
  expect(workspace.rows('SELECT 1 FROM article')).toHaveLength(1)
})

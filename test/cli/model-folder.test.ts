import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkModelFolder, MODEL_FILES } from '../../pipeline/open-model.ts'
import { hasRuntime } from '../support/has-runtime.ts'
import { proofSize } from '../support/proof-size.ts'
import { BRIDGE } from './articles.ts'
import { makeWorkspace, type Workspace } from './hearsay.ts'

const MODEL = join(import.meta.dirname, '../../pipeline/model')

type Files = Readonly<Record<string, Buffer>>
/** Small ones in place of the files that are not opened here. */
const small: Files = Object.fromEntries(MODEL_FILES.map(name => [name, Buffer.from(name)]))

const manifestOf = (files: Files) => ({
  hearsay: 'model',
  files: Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]),
  ),
})

function write(workspace: Workspace, folder: string, files: Files, manifest: unknown = manifestOf(files)): string {
  for (const [name, content] of Object.entries(files)) workspace.write(`${folder}/${name}`, content)
  if (manifest !== null) workspace.write(`${folder}/manifest.json`, JSON.stringify(manifest))
  return join(workspace.folder, folder)
}

it('the model in use has every file that is asked of one', () => {
  expect(MODEL_FILES.filter(name => !readdirSync(MODEL).includes(name))).toEqual([])
})

it('a model folder has to be what its manifest says', () => {
  const workspace = makeWorkspace()
  const other = { ...small, 'settings.json': Buffer.from('{}') }
  expect(() => checkModelFolder(write(workspace, 'whole', small))).not.toThrow()
  const folders = [
    [write(workspace, 'bare', small, null), /bare holds no manifest\.json; write it with training\/encoder/],
    [
      write(workspace, 'altered', other, manifestOf(small)),
      /altered has another settings\.json than its manifest\.json/,
    ],
    [write(workspace, 'else', small, { of: 'something' }), /The manifest\.json of .*else is no manifest of a model/],
    [write(workspace, 'null', small, { hearsay: 'model', files: null }), /null is no manifest of a model/],
  ] as const
  for (const [folder, message] of folders) expect(() => checkModelFolder(folder)).toThrow(message)
})

it('--model is for the encoder alone', async () => {
  const workspace = makeWorkspace()
  workspace.write('bridge.txt', BRIDGE)
  const linear = await workspace.run(['run', 'bridge.txt', '--engine', 'linear', '--model', 'whole'])
  expect(linear).toMatchObject({ status: 2, stderr: expect.stringContaining('--model is a model of the encoder') })
  const fast = await workspace.run(['run', 'bridge.txt', '--fast', '--model', 'whole'])
  expect(fast).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot be used with option') })
})

// Each needs a process that has read no model yet, and opens the encoder.
it.runIf(hasRuntime() && proofSize(false, true))('a run uses the model of a folder, and its row says which', () => {
  const workspace = makeWorkspace()
  workspace.write('bridge.txt', BRIDGE)
  const files: Files = Object.fromEntries(readdirSync(MODEL).map(file => [file, readFileSync(join(MODEL, file))]))
  // The same model by other bytes.
  const changed: Files = {
    ...files,
    'settings.json': Buffer.concat([files['settings.json'] as Buffer, Buffer.from(' ')]),
  }
  const run = (folder: string) =>
    workspace.hearsay(['run', 'bridge.txt', '--engine', 'encoder', '--model', folder, '--db', 'claims.db'])
  write(workspace, 'changed', changed)
  const { status, stderr } = run('changed')
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 analysed') })
  const hash = createHash('sha256')
  for (const name of MODEL_FILES) hash.update(changed[name] as Buffer)
  const model = hash.digest('hex').slice(0, 12)
  const [row] = workspace.rows("SELECT options ->> 'model' AS model FROM run", 'claims.db')
  const [done] = workspace.rows("SELECT DISTINCT model FROM done WHERE engine = 'encoder'", 'claims.db')
  expect([row?.model, done?.model]).toEqual([model, model])

  write(workspace, 'junk', { ...files, 'cues.onnx': Buffer.from('no model') })
  expect(run('junk')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/The model of .*junk\/ cannot be opened \(/),
  })
  const { 'pairs.json': _, ...lacking } = files
  write(workspace, 'lacking', lacking)
  expect(run('lacking')).toMatchObject({ status: 2, stderr: expect.stringMatching(/lacking holds no pairs\.json/) })
})

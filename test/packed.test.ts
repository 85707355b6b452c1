import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/*
 * What a stranger gets: the package is packed, installed in an empty folder and used from there, with nothing of the
 * checkout in reach.
 */

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..')
const temporary = mkdtempSync(join(tmpdir(), 'hearsay-packed-'))
const project = join(temporary, 'project')
const article = `Ministers met in Oslo on Monday.

"The bridge will open in May," said Ingrid Solberg, the transport minister.
`
let tarball: string

beforeAll(() => {
  npm(['pack', '--pack-destination', temporary], root)
  tarball = join(temporary, globSync('*.tgz', { cwd: temporary })[0] as string)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  writeFileSync(join(project, 'bridge.txt'), article)
  npm(['install', '--no-audit', '--no-fund', tarball], project)
})

afterAll(() => rmSync(temporary, { recursive: true, force: true }))

describe('the packed package', () => {
  it('holds the compiled code and nothing that only a checkout needs', () => {
    const files = globSync('**/*', { cwd: join(project, 'node_modules/hearsay'), withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => entry.name)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'hearsay.js']))
    expect(files.filter(name => /\.test\.|(?<!\.d)\.ts$|tsconfig|biome|knip/.test(name))).toEqual([])
  })

  it('runs on a file and shows its claims', () => {
    const run = hearsay('run', 'bridge.txt')
    expect(run.status, run.stderr).toBe(0)
    const claims = hearsay('claims', '--json')
    expect(claims.status, claims.stderr).toBe(0)
    expect(claims.stdout).toContain('The bridge will open in May')
    expect(claims.stdout).toContain('Ingrid Solberg')
    expect(hearsay('verify').status).toBe(0)
  })

  it('brings its policy, an example of rules, the schemas of both, and the server for assistants', () => {
    writeFileSync(join(project, 'policy.yaml'), hearsay('check', '--print-policy').stdout)
    const check = hearsay('check', '--policy', 'policy.yaml')
    expect(check.status, check.stderr).toBe(0)
    const schema = "import schema from 'hearsay/policy.schema.json' with { type: 'json' }; console.log(schema.title)"
    expect(run(process.execPath, ['--input-type=module', '-e', schema]).stdout).toBe('Hearsay policy\n')
    const rules = schema.replace('policy.schema', 'rules.schema')
    expect(run(process.execPath, ['--input-type=module', '-e', rules]).stdout).toBe('Hearsay rules\n')
    writeFileSync(join(project, 'rules.yaml'), hearsay('rules', '--print-rules').stdout)
    expect(hearsay('rules', 'rules.yaml', '--engine', 'rules').stdout).toContain('come out as marked')
    const server = hearsay('mcp')
    expect(server.status, server.stderr).toBe(0)
  })

  it('works as a library', () => {
    writeFileSync(
      join(project, 'use.js'),
      `import { readFileSync } from 'node:fs'
import { createPipeline } from 'hearsay'
const pipeline = await createPipeline()
const record = await pipeline.analyse(readFileSync('bridge.txt', 'utf8'))
console.log(JSON.stringify(record.claims.map(claim => claim.spans.find(span => span.role === 'content').text)))
`,
    )
    const { status, stdout, stderr } = run(process.execPath, ['use.js'])
    expect(status, stderr).toBe(0)
    expect(JSON.parse(stdout)).toEqual(['"The bridge will open in May,"'])
  })

  it('has types that hold', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { type ArticleRecord, createPipeline } from 'hearsay'
const pipeline = await createPipeline({ engine: 'rules' })
const record: ArticleRecord = await pipeline.analyse('“Yes,” she said.')
const acts: readonly ('statement' | string)[] = record.claims.map(claim => claim.act)
// @ts-expect-error: a claim has no such field
const wrong = record.claims[0]?.speaker
export { acts, wrong }
`,
    )
    const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', '']
    const { status, stdout } = run(process.execPath, [tsc, ...options, 'use.ts'])
    expect(status, stdout).toBe(0)
  })

  it('is found well made by publint and attw', async () => {
    const { messages } = await publint({
      pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
      strict: true,
    })
    expect(messages).toEqual([])
    const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')
    const check = run(process.execPath, [attw, tarball, '--profile', 'esm-only', '--no-definitely-typed'])
    expect(check.status, check.stdout + check.stderr).toBe(0)
  })
})

/** As on a machine whose own Node is new enough: the first `node` on the path is the one that runs this test. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_OPTIONS|NODE_ENV|VITEST|HEARSAY_)/.test(name),
  )
  const bin = join(temporary, 'bin')
  mkdirSync(bin, { recursive: true })
  rmSync(join(bin, 'node'), { force: true })
  symlinkSync(process.execPath, join(bin, 'node'))
  const rest = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'))
  // What README says to whoever installs the package: no files for graphics cards.
  return { ...Object.fromEntries(inherited), ONNXRUNTIME_NODE_INSTALL: 'skip', PATH: [bin, ...rest].join(delimiter) }
}

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, { cwd: project, encoding: 'utf8', env: environment() })
}

function hearsay(...args: string[]) {
  return run(join(project, 'node_modules/.bin/hearsay'), args)
}

function npm(args: readonly string[], cwd: string): void {
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Where the registry cannot be reached npm would try for many minutes.
    timeout: 240_000,
  })
}

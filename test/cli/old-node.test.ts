import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { makeWorkspace } from './hearsay.ts'

const root = join(import.meta.dirname, '../..')
const oldNode = findOldNode()
const itOnOldNode = it.skipIf(oldNode === null)
const WHERE = oldNode === null ? ' (needs a Node older than 24 on the PATH)' : ''

/** The first Node on the path that is too old for Hearsay, or null. */
function findOldNode(): string | null {
  const found = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' }).stdout ?? ''
  const isOld = (node: string) => Number(spawnSync(node, ['-p', 'process.versions.node.split(".")[0]']).stdout) < 24
  return found.split('\n').find(node => node !== '' && isOld(node)) ?? null
}

function runOnOldNode(args: readonly string[]) {
  return spawnSync(oldNode as string, args, { cwd: root, encoding: 'utf8', env: {} })
}

describe('on a Node that is too old', () => {
  const SENTENCE = /^Hearsay needs Node 24\.10 or newer and this is Node \d+\.\d+\.\d+: [^\n]+\.\n$/

  itOnOldNode.each([
    [['src/cli/hearsay.js', 'run', 'corpus']],
    [['src/cli/hearsay.js']],
    [['src/launch.js', 'bench.ts']],
    [['src/launch.js', 'build.ts']],
    [['src/launch.js', 'test/docs/regenerate.ts']],
    [['src/launch.js', 'node_modules/vitest/vitest.mjs', 'run']],
  ])(`node %j prints one sentence and ends with 2${WHERE}`, args => {
    const { status, stdout, stderr } = runOnOldNode(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(SENTENCE)
  })

  itOnOldNode(`the library cannot be imported, with the same reason${WHERE}`, () => {
    const workspace = makeWorkspace()
    const source = readFileSync(join(root, 'src/run/require-node.ts'), 'utf8')
    workspace.write('require-node.mjs', stripTypeScriptTypes(source))
    const { status, stderr } = runOnOldNode([join(workspace.folder, 'require-node.mjs')])
    expect(status).toBe(1)
    expect(stderr).toMatch(/Error: Hearsay needs Node 24\.10 or newer and this is Node \d+\.\d+\.\d+: [^\n]+\./)
  })
})

describe('the oldest Node', () => {
  it('is the same in package.json and in both checks', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? []
    const read = (path: string) => readFileSync(join(root, path), 'utf8')
    expect(read('src/launch.js')).toContain(`OLDEST_MAJOR = ${major}\nconst OLDEST_MINOR = ${minor}\n`)
    expect(read('src/run/require-node.ts')).toContain(`OLDEST = [${major}, ${minor}]`)
  })

  it('is checked before anything else of the library is loaded', () => {
    expect(readFileSync(join(root, 'src/index.ts'), 'utf8').split('\n')[0]).toBe("import './run/require-node.ts'")
  })
})

describe('launch.js', () => {
  it('runs a script with its arguments as if it had been started itself', () => {
    const workspace = makeWorkspace()
    workspace.write('script.ts', 'const args: string[] = process.argv.slice(1)\nconsole.log(JSON.stringify(args))\n')
    const script = join(workspace.folder, 'script.ts')
    const launcher = join(root, 'src/launch.js')
    const { stdout } = spawnSync(process.execPath, [launcher, script, 'a', '--b'], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual([script, 'a', '--b'])
    const { status, stderr } = spawnSync(process.execPath, [launcher], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^Nothing to run: [^\n]+\n$/)
  })
})

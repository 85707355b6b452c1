import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, it } from 'vitest'
import { fencesIn } from './docs/fences.ts'
import { renderLibraryReference } from './docs/library-reference.ts'

const root = join(import.meta.dirname, '..')
mkdirSync(join(root, 'out'), { recursive: true })
const folder = mkdtempSync(join(root, 'out/library-'))
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every example of the pages, in their order: what one makes the next finds. */
const RULES_PAGE = 'docs/how-to/newsroom-rules.md'
const examples = [
  ...[...renderLibraryReference().matchAll(/```ts\n(import [\s\S]*?)```/g)].map(([, code = '']) => code),
  ...fencesIn(RULES_PAGE, 'ts'),
]

/** The program as it stands there; what it says comes out (`// → …`) has to. */
function toProgram(code: string): string {
  const checked = code
    .replaceAll("from 'hearsay'", "from '../../src/index.ts'")
    .replaceAll(/^(.*\S) \/\/ → (.*)$/gm, 'assert.deepEqual($1, $2)')
  return `import assert from 'node:assert/strict'\n${checked}export {}\n`
}

it('every example of the library passes the compiler, runs, and gives what it says', () => {
  expect(examples.length).toBeGreaterThan(5)
  cpSync(join(root, 'corpus/ferry-fire-search.txt'), join(folder, 'corpus/ferry-fire-search.txt'))
  writeFileSync(join(folder, 'rules.yaml'), fencesIn(RULES_PAGE, 'yaml')[0] ?? '')
  const names = examples.map((code, place) => {
    const name = `example-${place + 1}.ts`
    writeFileSync(join(folder, name), toProgram(code))
    return name
  })
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'], compilerOptions: { types: ['node'] } }),
  )
  const compiled = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  expect(compiled.stdout + compiled.stderr).toBe('')
  // In one process, which loads the library once.
  writeFileSync(join(folder, 'all.ts'), names.map(name => `await import('./${name}')\n`).join(''))
  const run = spawnSync(process.execPath, ['all.ts'], { cwd: folder, encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
}, 600_000)

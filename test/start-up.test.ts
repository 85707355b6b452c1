import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

/*
 * What a process or thread loads before it does anything. Libraries of language and the word lists of the pipeline cost more
 * than most commands do, and belong to the threads that analyse.
 */

const root = join(import.meta.dirname, '..')

const COMMANDS = globSync('src/cli/commands/*/*.ts', { cwd: root, exclude: ['**/*.test.ts'] })

const LANGUAGE = ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'onnxruntime-node', 'eld']

describe('the code that is loaded with', () => {
  it.each<readonly [name: string, entry: string]>([
    ['the command line', 'src/cli/execute.ts'],
    ...COMMANDS.map(path => [`hearsay ${basename(path, '.ts')}`, path] as const),
    ['the thread that writes', 'src/run/writing/writer-worker.ts'],
    ['the site', 'src/web/create-site.ts'],
    ['the tools of assistants', 'src/mcp/create-server.ts'],
    ['verify', 'src/audit/verify.ts'],
  ])('%s has no library of language and no stage in it', (_, entry) => {
    const loaded = loadedWith(join(root, entry))
    expect(loaded.size).toBeGreaterThan(20)
    const heavy = [...loaded].filter(
      one => LANGUAGE.includes(one.split('/')[0] as string) || one.startsWith('pipeline/'),
    )
    expect(heavy).toEqual([])
  })

  it('a thread that analyses has them', () => {
    const loaded = loadedWith(join(root, 'src/run/analyse-linear.ts'))
    expect([...loaded]).toEqual(expect.arrayContaining(['wink-nlp', 'pipeline/stages.ts']))
  })
})

/** Paths of files and names of packages that are loaded with a file, whatever is imported only later. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set<string>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = relative(root, path)
    if (loaded.has(name)) continue
    loaded.add(name)
    for (const specifier of importedBy(path)) {
      const target = join(dirname(path), specifier)
      if (!specifier.startsWith('.')) loaded.add(specifier)
      else if (existsSync(target)) waiting.push(target)
    }
  }
  return loaded
}

const known = new Map<string, string[]>()

function importedBy(path: string): readonly string[] {
  const imported = known.get(path) ?? readImports(path)
  known.set(path, imported)
  return imported
}

function readImports(path: string): string[] {
  const { module } = parseSync(path, readFileSync(path, 'utf8'))
  const imports = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value)
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest === null || isType ? [] : [moduleRequest.value])),
  )
  return [...imports, ...exports]
}

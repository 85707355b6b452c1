import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { helpOf } from './docs/cli-reference.ts'
import { DECISIONS, readDecisions } from './docs/decision-index.ts'
import { generateDocuments } from './docs/generated.ts'
import { fillExamples } from './docs/readme-examples.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const commands: readonly Command[] = createProgram().commands.filter(command => command.name() !== 'help')

describe('generated documentation', () => {
  it('is what the program says and prints now (otherwise: npm run docs)', () => {
    for (const { path, text } of generateDocuments()) expect(read(path), path).toBe(text)
  })

  it('names no place or moment of the machine that made it', () => {
    const readme = read('README.md')
    expect(readme).not.toContain(root)
    expect(readme).not.toMatch(/hearsay-docs-/)
    expect(readme).not.toMatch(/\d\d:\d\d:\d\d/)
  })

  it('runs the commands of an example in order and replaces what they printed', () => {
    const before = 'a\n<!-- example -->\n```console\n$ one\nold\n\n$ two \\\n  three\n```\n<!-- /example -->\nb\n'
    const filled = fillExamples(before, command => `<${command}>`)
    expect(filled).toBe(
      'a\n<!-- example -->\n```console\n$ one\n<one>\n\n$ two \\\n  three\n<two three>\n```\n<!-- /example -->\nb\n',
    )
    expect(fillExamples(filled, command => `<${command}>`)).toBe(filled)
  })
})

describe('every command', () => {
  it('has a description, and examples in its help', () => {
    expect(commands.length).toBeGreaterThan(0)
    const bare = commands.filter(command => command.description() === '' || !/^Examples?:/m.test(helpOf(command)))
    expect(bare.map(command => command.name())).toEqual([])
  })

  it('has its line in the README', () => {
    const readme = read('README.md')
    const missing = commands.map(command => command.name()).filter(name => !readme.includes(`\`${name}\``))
    expect(missing).toEqual([])
  })
})

describe('what documents promise', () => {
  const all = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
  // A decision speaks of the files of its day.
  const documents = all.filter(path => !path.startsWith(`${DECISIONS}/`))

  it('every npm script that they name exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap(path => [...read(path).matchAll(/\bnpm (?:run ([a-z][a-z:-]*)|(start|test)\b)/g)])
    const missing = named.map(match => (match[1] ?? match[2]) as string).filter(name => !(name in scripts))
    expect(named).not.toEqual([])
    expect(missing).toEqual([])
  })

  it('every file and folder that they name exists', () => {
    const named = documents.flatMap(path => [
      ...[...read(path).matchAll(/`((?:pipeline|src|corpus|test|docs|\.ci)\/[a-z0-9./-]*)`/g)].map(
        match => match[1] as string,
      ),
    ])
    const missing = [...named, ...all.flatMap(linksOf)].filter(path => !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })

  it('every document is found from the list of documents, and the README stays short', () => {
    const listed = new Set(linksOf('docs/README.md'))
    const unlisted = globSync('docs/*.md', { cwd: root }).filter(path => path !== 'docs/README.md' && !listed.has(path))
    expect(unlisted).toEqual([])
    expect(statSync(join(root, 'README.md')).size).toBeLessThanOrEqual(8_000)
  })

  /** Where a document's links lead, from the root of the checkout. */
  function linksOf(path: string): string[] {
    return [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)\)/g)].map(match =>
      join(dirname(path), match[1] as string),
    )
  }
})

describe('decisions', () => {
  const decisions = readDecisions(root)

  it('are numbered without a gap, by dates that never go back', () => {
    expect(decisions.map(({ number }) => number)).toEqual(decisions.map((_, index) => index + 1))
    expect(decisions.filter(({ number, file }) => !file.startsWith(`${String(number).padStart(3, '0')}-`))).toEqual([])
    const dates = decisions.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
  })

  it('say of each whether it stands, and of one replaced which later one does', () => {
    const wrong = decisions.filter(({ number, status }) => {
      const by = [...status.matchAll(/replaced by (\d+)/g)].map(match => Number(match[1]))
      return by.length === 0 ? status !== 'stands' : by.some(later => later <= number || later > decisions.length)
    })
    expect(wrong).toEqual([])
  })

  it('are short', () => {
    const long = decisions.filter(({ file }) => statSync(join(root, DECISIONS, file)).size > 5_000)
    expect(long.map(({ file }) => file)).toEqual([])
  })
})

import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { ROUTES } from '../src/web/api/routes.ts'
import { helpOf } from './docs/cli-reference.ts'
import { DECISIONS, readDecisions } from './docs/decision-index.ts'
import { generateDocuments, WITH_EXAMPLES } from './docs/generated.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const commands: readonly Command[] = (await createProgram()).commands.filter(command => command.name() !== 'help')

it('what is generated without running examples is as it should be', async () => {
  const files = await generateDocuments(path => !WITH_EXAMPLES.includes(path))
  expect(files.length).toBeGreaterThan(5)
  for (const { path, text } of files)
    expect(read(path), `${path} is old: npm run docs -- ${path} makes it anew`).toBe(text)
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

it('every route of the API has its line in its reference', () => {
  // `GET /claims`, `/claims/{id}`, `…/joins`
  const told = new Set(
    [...read('docs/reference/api.md').matchAll(/`(?:[A-Z]+ )?([/…][^`?\s]*)`/g)].map(([, path]) => path),
  )
  const isTold = (path: string) => told.has(path) || told.has(`…/${path.split('/').at(-1)}`)
  expect(
    ROUTES.map(({ at }) => at.replaceAll(/\{(?:article|claim|source|person|submission)\}/g, '{id}')).filter(
      path => !isTold(path),
    ),
    'docs/reference/api.md',
  ).toEqual([])
})

describe('what documents promise', () => {
  const all = globSync(['*.md', '.github/**/*.md', 'docs/**/*.md'], { cwd: root })
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
    const pages = documents.filter(path => path.startsWith('docs/') && path !== 'docs/README.md')
    expect(pages.filter(path => !listed.has(path))).toEqual([])
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

  it('say of each whether it stands, and of one replaced, or partly so, by which later ones', () => {
    const wrong = decisions.filter(({ number, status }) => {
      const by = (status.match(/\d+/g) ?? []).map(Number)
      const isTold = status === 'stands' || /^(partly )?replaced by \d+(, \d+)*$/.test(status)
      return !isTold || by.some(later => later <= number || later > decisions.length)
    })
    expect(wrong).toEqual([])
  })

  it('are short', () => {
    const long = decisions.filter(({ file }) => statSync(join(root, DECISIONS, file)).size > 5_000)
    expect(long.map(({ file }) => file)).toEqual([])
  })
})

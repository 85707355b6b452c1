import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/*
 * The rules of the layout that the compiler cannot hold: who may import whom, what stays out of the pipeline, and how
 * large a file may grow.
 */

const root = join(import.meta.dirname, '..')
const sources = globSync('{pipeline,src}/**/*.{ts,js}', { cwd: root }).map(normalize).toSorted()
const product = sources.filter(path => !path.endsWith('.test.ts'))
const everything = [...sources, ...globSync(['test/**/*.ts', '*.ts', '.ci/*'], { cwd: root }).map(normalize)]

/** What each layer may import besides itself. The order is the design's: `domain ← nlp ← pipeline ← run ← cli`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  nlp: ['domain'],
  pipeline: ['domain', 'nlp'],
  read: ['domain'],
  // What the columns of every table are.
  catalogue: ['domain'],
  seal: ['domain', 'catalogue'],
  // Of the pipeline only how quotation marks are read: a content that somebody marks is quoted by the same rules.
  corrections: ['domain', 'seal', 'pipeline'],
  store: ['domain', 'catalogue', 'seal', 'corrections'],
  audit: ['domain', 'seal', 'corrections', 'store'],
  export: ['domain', 'seal', 'corrections', 'store', 'families'],
  evaluate: ['domain', 'store'],
  // Of evaluate only intervals, and numbers by chance that a seed decides.
  voices: ['domain', 'store', 'evaluate'],
  annotations: ['domain', 'read', 'corrections', 'store', 'export'],
  learn: ['domain', 'store', 'export', 'evaluate', 'annotations'],
  run: ['domain', 'nlp', 'pipeline', 'read', 'store', 'families'],
  queue: ['domain', 'read', 'run', 'store', 'families'],
  // What is given on the site, until it is stored.
  intake: ['domain', 'read', 'store'],
  web: ['domain', 'seal', 'store', 'voices', 'audit', 'export', 'quote', 'intake', 'policy', 'corrections', 'families'],
  // Of quote only how words are read, weighed and aligned.
  // Of the pipeline only its lists of nouns for people and bodies.
  families: ['domain', 'pipeline', 'store', 'quote'],
  policy: ['domain', 'store', 'evaluate', 'voices', 'families'],
  quote: ['domain', 'store'],
  mcp: ['domain', 'store', 'audit', 'quote', 'families'],
  rules: ['domain', 'policy'],
  // The composition root; its launcher checks the Node first and finds what was compiled when there is no source.
  cli: [
    'domain',
    'nlp',
    'pipeline',
    'read',
    'seal',
    'corrections',
    'store',
    'audit',
    'export',
    'evaluate',
    'annotations',
    'learn',
    'run',
    'queue',
    'intake',
    'web',
    'policy',
    'quote',
    'families',
    'voices',
    'rules',
    'mcp',
    'launch',
    'dist',
  ],
  // The face of the library.
  library: ['domain', 'read', 'run', 'store', 'audit', 'export', 'policy', 'quote', 'families'],
  index: ['domain', 'read', 'rules', 'run', 'store', 'audit', 'export', 'policy', 'quote', 'library', 'families'],
  launch: [],
}

const NLP_PACKAGES = ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'onnxruntime-node']

/** What of the pipeline may read, and only this: its own data, from beside the code or the folder that it was told. */
const LOADS_OWN_DATA = ['pipeline/attributions/linear/model-file.ts', 'pipeline/open-model.ts', 'pipeline/word-list.ts']

interface Import {
  readonly from: string
  readonly specifier: string
}

describe('imports', () => {
  it('go one way', () => {
    const wrong = product.flatMap(path => {
      const layer = layerOf(path)
      const allowed = MAY_IMPORT[layer]
      if (allowed === undefined) return [`${path} belongs to no layer that the design names`]
      return importsOf(path)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => layerOf(resolveFrom(path, specifier)))
        .filter(target => target !== layer && !allowed.includes(target))
        .map(target => `${path} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('domain imports nothing outside itself but the hash that ids are made with', () => {
    const outside = importsUnder('src/domain/').filter(
      ({ specifier }) => !specifier.startsWith('./') && specifier !== 'node:crypto',
    )
    expect(outside).toEqual([])
  })

  it('only src/nlp imports wink-nlp, compromise and ONNX Runtime', () => {
    const others = product
      .filter(path => !path.startsWith('src/nlp/'))
      .flatMap(importsOf)
      .filter(({ specifier }) => NLP_PACKAGES.includes(packageOf(specifier)))
    expect(others).toEqual([])
  })

  it('no stage imports the code of another stage', () => {
    const crossing = importsUnder('pipeline/')
      .filter(({ from, specifier }) => stageOf(from) !== null && /^\..*\.ts$/.test(specifier))
      .map(({ from, specifier }) => ({ from, to: resolveFrom(from, specifier) }))
      .filter(({ from, to }) => stageOf(to) !== null && stageOf(to) !== stageOf(from))
    expect(crossing).toEqual([])
  })

  it('the pipeline does no I/O, except that three files load its own data', () => {
    const io = importsUnder('pipeline/')
      .filter(({ specifier }) => specifier.startsWith('node:') && !PURE_BUILTINS.has(specifier))
      .filter(({ from, specifier }) => specifier !== 'node:fs' || !LOADS_OWN_DATA.includes(from))
    expect(io).toEqual([])
  })

  it('the pipeline imports no package', () => {
    const packages = importsUnder('pipeline/').filter(({ specifier }) => !/^\.|^node:/.test(specifier))
    expect(packages).toEqual([])
  })

  it('the pipeline reads no clock, no chance and no environment', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.|\bfetch\(/
    expect(product.filter(path => path.startsWith('pipeline/') && impure.test(codeOf(path)))).toEqual([])
  })
})

describe('files', () => {
  it('have at most 350 lines', () => {
    expect(everything.filter(path => textOf(path).split('\n').length - 1 > 350)).toEqual([])
  })

  it('none is named for being a drawer', () => {
    const drawer = /(^|[/.-])(utils?|helpers?|common|misc|types)([/.-])/
    expect(everything.filter(path => drawer.test(path))).toEqual([])
  })

  it('all are kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?$/
    const names = everything.map(path => path.split('/').at(-1) as string)
    expect(names.filter(name => !kebab.test(name.replace(/\.[jt]s$/, '')))).toEqual([])
  })

  it('word lists are in order, without doubles', () => {
    const lists = globSync('pipeline/**/*.txt', { cwd: root }).map(normalize)
    const entries = (path: string) => textOf(path).trimEnd().split('\n')
    expect(lists.length).toBeGreaterThan(0)
    expect(lists.filter(path => entries(path).join() !== [...new Set(entries(path))].toSorted().join())).toEqual([])
  })

  it('unfinished work is not parked in comments or switched-off tests', () => {
    const parked = new RegExp(['TO' + 'DO', 'FIX' + 'ME', '\\b(?:it|test|describe)\\.(?:todo|skip|only)\\('].join('|'))
    expect(everything.filter(path => parked.test(textOf(path)))).toEqual([])
  })
})

describe('regular expressions of the pipeline', () => {
  it('cannot run away', () => {
    const runaways = product
      .filter(path => path.startsWith('pipeline/'))
      .flatMap(path =>
        codeOf(path)
          .split('\n')
          .filter(isRunaway)
          .map(line => `${path}: ${line.trim()}`),
      )
    expect(runaways).toEqual([])
  })

  it.each([
    ['lazy any', 'const match = /"(.*?)" said/.exec(text)'],
    ['lazy class', String.raw`const match = /"([\s\S]+?)"/.exec(text)`],
    ['nested quantifiers', String.raw`const match = /(?:\w+\s*)+$/.exec(text)`],
    ['nested stars', 'const match = /(a*)*b/.exec(text)'],
  ])('the check sees: %s', (_, line) => {
    expect(isRunaway(line)).toBe(true)
  })

  it.each([
    ['bounded words', 'const match = /^[a-z]+(?:-[a-z]+)?$/.exec(text)'],
    ['optional chaining', 'const end = spans[sentence]?.[1]'],
    ['arithmetic', 'const middle = (low * 2 + high) * 3'],
  ])('the check passes: %s', (_, line) => {
    expect(isRunaway(line)).toBe(false)
  })
})

/** Built-in modules that neither read nor write. */
const PURE_BUILTINS: ReadonlySet<string> = new Set(['node:crypto', 'node:path', 'node:url'])

/** A lazy wildcard, or a group ending in a quantifier that is itself repeated: both go quadratic or worse. */
function isRunaway(line: string): boolean {
  const lazy = /(?:\.|\\[sSwWdD]|\])[*+]\?/
  const nested = /\((?:\?[:=!]|\?<[a-zA-Z]+>)?[^()|\s]*[^()|\s\\][*+]\)[*+](?![\s\d])/
  return /\/.+\//.test(line) && (lazy.test(line) || nested.test(line))
}

function layerOf(path: string): string {
  const [top, second] = path.split('/') as [string, string?]
  if (top !== 'src') return top
  return (second ?? '').replace(/\.[jt]s$/, '')
}

function stageOf(path: string): string | null {
  const parts = path.split('/')
  return parts[0] === 'pipeline' && parts.length > 2 ? (parts[1] as string) : null
}

function importsUnder(folder: string): Import[] {
  return product.filter(path => path.startsWith(folder)).flatMap(importsOf)
}

function importsOf(path: string): Import[] {
  const specifiers = codeOf(path).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"`])([^'"`\s]+)\1/g)
  return [...specifiers].map(match => ({ from: path, specifier: match[2] as string }))
}

function resolveFrom(path: string, specifier: string): string {
  return normalize(join(dirname(path), specifier))
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string)
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The file without its comments, so that prose about a rule is not taken for a breach of it. */
function codeOf(path: string): string {
  return textOf(path)
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
}

import { existsSync, globSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCircles } from './architecture/find-circles.ts'
import { drawRooms, fillDiagram, readRoomImports } from './architecture/room-graph.ts'
import { isDoor, PAGE, type Room, readRooms, roomOf } from './architecture/rooms.ts'
import {
  codeOf,
  type Import,
  importsOf,
  isTest,
  listSources,
  modulesOf,
  ROOT,
  resolveFrom,
  textOf,
} from './architecture/source-files.ts'

/*
 * The rules of the layout that the compiler cannot hold: who may import whom, what stays out of the pipeline, and how
 * large a file may grow. Rooms and their front doors stand in docs/architecture.md.
 */

const sources = listSources()
const product = sources.filter(path => !isTest(path))
const everything = [...sources, ...globSync(['test/**/*.ts', '*.ts', '.ci/*'], { cwd: ROOT }).map(normalize)]
const rooms = readRooms()

/** What is compiled, which the launcher of the command line looks for when there is no source. */
const COMPILED = 'dist'
/** It trains what the pipeline runs on, and opens every door of what it may import. */
const MAKES_WEIGHTS = 'training'

interface Crossing {
  readonly from: string
  readonly to: string
}

/** Imports of one room from another, workers and lists too. */
const crossings: readonly Crossing[] = product
  .flatMap(importsOf)
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map(({ from, specifier }) => ({ from, to: resolveFrom(from, specifier) }))
  .filter(({ from, to }) => roomOf(from) !== roomOf(to) && roomOf(to) !== COMPILED)

const NLP_PACKAGES = ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'onnxruntime-node']

/** What of the pipeline may read, and only this: its own data, from beside the code or the folder that it was told. */
const LOADS_OWN_DATA = [
  'pipeline/attributions/linear/model/model-file.ts',
  'pipeline/open-model.ts',
  'pipeline/word-list.ts',
]

describe('imports', () => {
  it('go in no circle, types neither', () => {
    const circles = findCircles(new Map(product.map(path => [path, modulesOf(path)])))
    const told = circles.map(
      ({ way }) =>
        `${way.join(' → ')}: give what both need (a type, a function) a file of its own, which imports neither, so that data flows one way.`,
    )
    expect(told).toEqual([])
  })

  it('lead from one room of the page to another', () => {
    const homeless = product.map(roomOf).filter(name => !rooms.has(name))
    const told = [...new Set(homeless)].map(
      name => `${name} is no room of ${PAGE}: give it a row in both tables, with what it may import and its doors.`,
    )
    expect(told).toEqual([])
  })

  it('go from a room to those that it may import', () => {
    const wrong = crossings.filter(({ from, to }) => rooms.get(roomOf(from))?.mayImport.includes(roomOf(to)) === false)
    const told = tellOnce(wrong, ({ from, to }) => `${roomOf(from)} may not import ${roomOf(to)}`)
    expect(
      told.map(
        one =>
          `${one}: have whoever calls it hand over what it needs, or let it in its row of ${PAGE}, and say why in docs/decisions/.`,
      ),
    ).toEqual([])
  })

  it('come in by front doors', () => {
    const wrong = crossings.filter(({ from, to }) => {
      const room = rooms.get(roomOf(to))
      return room !== undefined && roomOf(from) !== MAKES_WEIGHTS && !isDoor(to, room)
    })
    const told = tellOnce(wrong, ({ to }) => `${to} is no front door of ${roomOf(to)}`)
    expect(
      told.map(
        one =>
          `${one}: use one of its doors (${PAGE}, "Front doors"), or, if none has it, add this file to them there.`,
      ),
    ).toEqual([])
  })

  it('bring rows to pages, answers and assistants by named queries alone', () => {
    const shows = ['web', 'mcp', 'policy', 'intake']
    const wrong = product.filter(path => shows.includes(roomOf(path)) && /\.selectFrom\(/.test(codeOf(path)))
    const told = wrong.map(path => `${path} reads a table itself: make a named query of it in src/store/queries/.`)
    expect(told).toEqual([])
  })

  it('are all used that the page lists', () => {
    const opened = crossings.filter(({ from }) => roomOf(from) !== MAKES_WEIGHTS)
    const imports = readRoomImports()
    const idle = [...rooms.values()].flatMap(room => [
      ...room.mayImport
        .filter(target => imports.get(room.name)?.has(target) !== true)
        .map(target => `${PAGE} lets ${room.name} import ${target}, which it does not: take it out of its row.`),
      ...room.doors
        .filter(door => !opened.some(({ to }) => isDoor(to, { ...room, doors: [door] })))
        .map(door => `${PAGE} has the front door ${door}, by which nobody comes: take it out.`),
    ])
    expect(idle).toEqual([])
  })

  it('are drawn on the page as they are now (otherwise: npm run docs)', () => {
    const page = textOf(PAGE)
    expect(fillDiagram(page, readRoomImports())).toBe(page)
  })

  it('domain imports nothing outside itself but the hash that ids are made with', () => {
    const outside = importsUnder('src/domain/').filter(
      ({ from, specifier }) => !leadsInto('src/domain/', from, specifier) && specifier !== 'node:crypto',
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

  it('what stages share imports the code of none', () => {
    const crossing = importsUnder('pipeline/')
      .filter(({ specifier }) => /^\..*\.ts$/.test(specifier))
      .map(({ from, specifier }) => ({ from, to: resolveFrom(from, specifier) }))
      .filter(({ from, to }) => from.split('/').length > 2 && stageOf(from) === null && stageOf(to) !== null)
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

describe('the finder of circles', () => {
  const graph = (edges: string) =>
    new Map(edges.split(', ').map(edge => [edge.split(' ')[0] as string, edge.split(' ').slice(1)]))

  it.each([
    ['a way without return', 'a b c, b d, c d, d', []],
    ['two files', 'a b, b a, c a', ['a → b → a']],
    ['a file that imports itself', 'a a, b a', ['a → a']],
    ['a shortest way of a knot', 'a b, b c, c d a, d a, e a', ['a → b → c → a']],
    ['two circles, one behind the other', 'd e, e d a, a b, b c, c a', ['a → b → c → a', 'd → e → d']],
  ])('sees %s', (_, edges, ways) => {
    expect(findCircles(graph(edges)).map(({ way }) => way.join(' → '))).toEqual(ways)
  })

  it('names all files of a knot', () => {
    const [circle] = findCircles(graph('a b, b c, c d a, d a, e a'))
    expect(circle?.files).toEqual(['a', 'b', 'c', 'd'])
  })

  it('sees what files of the product import: statically, when they run, and types', () => {
    expect(modulesOf('src/store/entering.ts')).toEqual(
      expect.arrayContaining(['src/store/entering-store.ts', 'src/store/postgres/open-for-entering.ts']),
    )
  })
})

describe('the page of rooms', () => {
  const page = [
    '',
    '## Rooms',
    '',
    '| R | In | Out | May |',
    '|---|---|---|---|',
    '| `src/a/` | x | y | `b`, `c` |',
    '',
  ]
  const doors = ['## Front doors', '', '| R | D |', '|---|---|', '| `src/a/` | `src/a/one.ts`, `src/a/more/` |', '']
  const told = readRooms([...page, '', ...doors].join('\n'))

  it('says who may import whom, and by which doors', () => {
    const room = told.get('a') as Room
    expect(room.mayImport).toEqual(['b', 'c'])
    expect(['src/a/one.ts', 'src/a/more/two.ts', 'src/a/two.ts'].map(path => isDoor(path, room))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is drawn without arrows that a longer way says too', () => {
    const imports = new Map([
      ['cli', new Set(['store', 'domain', 'seal'])],
      ['store', new Set(['seal', 'domain'])],
      ['seal', new Set(['domain'])],
      ['domain', new Set<string>()],
    ])
    expect(drawRooms(imports)).toBe('flowchart TD\n  cli --> store\n  store --> seal')
  })

  it('names only files that are there', () => {
    const named = [...textOf(PAGE).matchAll(/`((?:pipeline|src|test|training)\/[a-z0-9./-]*)`/g)].map(match => match[1])
    expect(named.filter(path => !existsSync(join(ROOT, path as string)))).toEqual([])
  })
})

describe('files', () => {
  it('have at most 350 lines', () => {
    expect(everything.filter(path => textOf(path).split('\n').length - 1 > 350)).toEqual([])
  })

  it('stand at most 15 to a room of their own', () => {
    const rooms = Map.groupBy(
      product.filter(path => !path.includes('/migrations/')),
      path => path.slice(0, path.lastIndexOf('/')),
    )
    const large = [...rooms].filter(([, files]) => files.length > 15)
    expect(
      large.map(
        ([room, files]) =>
          `${room}/ has ${files.length} files side by side: give those that are about one thing a room of their own in it, named for that ` +
          'thing, and leave at the top what other rooms import.',
      ),
    ).toEqual([])
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
    const lists = globSync('pipeline/**/*.txt', { cwd: ROOT }).map(normalize)
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

function leadsInto(folder: string, from: string, specifier: string): boolean {
  return specifier.startsWith('.') && resolveFrom(from, specifier).startsWith(folder)
}

/** The stage that a file belongs to; in folders without a stage lies what several of them read. */
function stageOf(path: string): string | null {
  const [top, folder] = path.split('/')
  return top === 'pipeline' && product.includes(`pipeline/${folder}/stage.ts`) ? (folder as string) : null
}

/** Each fault once, with one import that shows it and how many others do. */
function tellOnce(imports: readonly Crossing[], toFault: (crossing: Crossing) => string): string[] {
  return [...Map.groupBy(imports, toFault)].map(([fault, all]) => {
    const [{ from, to }] = all as [Crossing]
    return `${fault}, as ${from} does ${to}${all.length > 1 ? `, and ${all.length - 1} more` : ''}`
  })
}

function importsUnder(folder: string): Import[] {
  return product.filter(path => path.startsWith(folder)).flatMap(importsOf)
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string)
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, it } from 'vitest'
import { ERROR_CODES } from '../src/domain/errors/catalogue.ts'

/*
 * What is thrown, read in the source: the compiler knows that every code is one of the catalogue, and not that every code of
 * the catalogue is thrown, nor that the sentence beside it says what to do.
 */

const root = join(import.meta.dirname, '..')
const product = globSync('{pipeline,src}/**/*.ts', { cwd: root }).filter(
  path => !path.endsWith('.test.ts') && !path.startsWith('src/domain/errors/'),
)

interface Thrown {
  readonly path: string
  /** The sentence as far as it stands in the source, with `…` for what is filled in. */
  readonly sentences: readonly string[]
}

it('every code of the catalogue is given somewhere', () => {
  const texts = product.map(path => readFileSync(join(root, path), 'utf8')).join('\n')
  expect(ERROR_CODES.filter(code => !texts.includes(`'${code}'`))).toEqual([])
})

it('no code is told from the words of a message', () => {
  const telling = /\.test\((?:error|refusal|failure)\.message\)/
  const known = new Set([
    // Of the driver, of the server and of SQLite, which have no code for it.
    'src/store/postgres/connection/postgres-errors.ts',
    'src/store/sqlite/connection/kysely-connection.ts',
  ])
  const telltale = product.filter(path => telling.test(readFileSync(join(root, path), 'utf8')) && !known.has(path))
  expect(telltale).toEqual([])
})

it('every sentence says what happened and then what to do', () => {
  const thrown = product.flatMap(path => readThrown(path))
  expect(thrown.length).toBeGreaterThan(150)
  const silent = thrown.flatMap(({ path, sentences }) =>
    sentences.filter(sentence => !saysWhatToDo(sentence)).map(sentence => `${path}: ${sentence}`),
  )
  expect(silent).toEqual([])
})

/** After what happened there is a semicolon, a colon or a comma, and then an order; where only what to do is said, it begins so. */
function saysWhatToDo(sentence: string): boolean {
  return /[;:,](?: and)? \S/.test(sentence) || /^Give /.test(sentence) || /…[.]?$/.test(sentence)
}

function readThrown(path: string): readonly Thrown[] {
  const text = readFileSync(join(root, path), 'utf8')
  if (!text.includes('new HearsayError(')) return []
  const thrown: Thrown[] = []
  new Visitor({
    NewExpression(node) {
      const [sentence] = node.arguments
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'HearsayError' || sentence === undefined) return
      thrown.push({ path, sentences: wordings(sentence) })
    },
  }).visit(parseSync(path, text).program)
  return thrown
}

interface Expression {
  readonly type: string
}

function wordings(node: Expression): readonly string[] {
  if (node.type === 'Literal') return [String((node as unknown as { value: unknown }).value)]
  if (node.type === 'TemplateLiteral')
    return [
      (node as unknown as { quasis: { value: { cooked: string } }[] }).quasis
        .map(({ value }) => value.cooked)
        .join('…'),
    ]
  if (node.type !== 'ConditionalExpression') return []
  const { consequent, alternate } = node as unknown as { consequent: Expression; alternate: Expression }
  return [...wordings(consequent), ...wordings(alternate)]
}

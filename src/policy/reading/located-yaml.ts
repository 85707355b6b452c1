import { LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { z } from 'zod'
import { type ErrorCode, HearsayError } from '../../domain/errors.ts'
import { describeIssue, toClause } from './describe-issue.ts'

type Path = readonly PropertyKey[]

/** What a file of rules is called in errors, and what shows one that is right. */
export interface WhatItIs {
  /** As in "p.yaml is no policy". */
  readonly what: string
  /** As in "hearsay check --print-policy shows one". */
  readonly hint: string
  /** Of what is wrong with it. */
  readonly code: ErrorCode
  readonly mostCharacters: number
}

/** A YAML document that can say where each part of it stands. */
export interface LocatedYaml {
  readonly value: unknown
  /** From 1; of what is missing, the line of whatever should hold it. */
  lineOf(path: Path): number
  /** @throws HearsayError (2) always, with line and column */
  refuse(path: Path, problem: string): never
}

/**
 * Reads YAML, of which JSON is a part: one document, no key twice, no tags, no aliases that multiply.
 *
 * @param name of the file, for the error
 * @throws HearsayError (2) with the place of the first thing that is wrong
 */
export function readYaml(text: string, name: string, { what, hint, code, mostCharacters }: WhatItIs): LocatedYaml {
  const fail = (problem: string, cause?: unknown): never => {
    throw new HearsayError(`${name} is no ${what}: ${problem}.`, code, { cause })
  }
  if (text.length > mostCharacters) fail(`it has more than ${mostCharacters} characters`)
  const lines = new LineCounter()
  const document = (() => {
    try {
      return parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
    } catch (error) {
      // The parser calls itself for what is nested.
      if (error instanceof RangeError) return fail('it is nested too deeply', error)
      throw error
    }
  })()
  const refuseAt = (offset: number, problem: string): never => {
    const { line, col } = lines.linePos(offset)
    return fail(`line ${line}, column ${col}: ${problem}; ${hint}`)
  }
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) refuseAt(problem.pos[0], toClause(problem.message))
  const offsetOf = (path: Path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as ParsedNode | null | undefined
      if (node?.range !== undefined && node.range !== null) return node.range[0]
    }
    return document.contents?.range[0] ?? 0
  }
  const value = (() => {
    try {
      return document.toJS() as unknown
    } catch (error) {
      // Aliases that multiply, or lead nowhere.
      if (!(error instanceof Error)) throw error
      return fail(toClause(error.message), error)
    }
  })()
  return {
    value,
    lineOf: path => lines.linePos(offsetOf(path)).line,
    refuse: (path, problem) => refuseAt(offsetOf(path), problem),
  }
}

/**
 * What a document holds, with all that it leaves out filled in.
 *
 * @param whole what the document is, in words
 * @throws HearsayError (2) with the first place that does not fit, and the nearest key that would
 */
export function parseYaml<Schema extends z.ZodType>(
  { value, lineOf, refuse }: LocatedYaml,
  schema: Schema,
  whole: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues.toSorted((a, b) => lineOf(a.path) - lineOf(b.path))
  if (issue === undefined) throw new Error('a document was refused without a reason')
  // A key that cannot be there says where it is itself.
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
  return refuse(
    path,
    describeIssue(issue, whole, () => z.toJSONSchema(schema, { io: 'input' })),
  )
}

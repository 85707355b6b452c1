import type { Node, RangeVar, SelectStmt, String as Text, WithClause } from 'libpg-query'
import { HearsayError } from '../../../domain/errors.ts'
import type { OwnTables } from '../../../store/postgres/read/own-tables.ts'
import { FUNCTIONS, OPERATORS, TYPES, VALUE_FUNCTIONS } from './allowed-names.ts'
import { ALLOWED, type FieldRule, type Kind, NAMES_OF_REFUSED } from './allowed-nodes.ts'

/** What a name in a query can mean on the server, but for what the query itself defines. */
export interface Catalogue extends OwnTables {
  /** Functions that take an argument, and types: what `(x).name` calls when `x` has no such column. */
  readonly callable: ReadonlySet<string>
}

/** Where in a query a table is named without its schema. */
export interface TablePlace {
  /** In bytes of UTF-8. */
  readonly at: number
}

type Names = ReadonlySet<string>
type Fields = Readonly<Record<string, unknown>>

/** Deeper than people nest; each level takes some of the stack, here and on the server. */
const DEEPEST = 500
const NOT_ALLOWED = 'This is not allowed here: the console only reads the tables and views listed beside it'
/** No list has one. */
const UNKNOWN = '?'

/**
 * Makes sure that a query can only read Hearsay's tables and views and call functions that are listed, when it runs with
 * nothing but `pg_catalog` on its search path, and its tables are qualified: that every node, field, function, operator,
 * type and relation in it is one of those that are listed.
 *
 * Whatever a name may be taken for counts: `a.b` and `(a).b` call a function `b` where `a` has no column of that name, so
 * `b` must be a listed function, or none at all.
 *
 * @returns the tables to qualify
 * @throws HearsayError (2) naming what is refused
 */
export function checkQuery(query: Node, catalogue: Catalogue): readonly TablePlace[] {
  if (!('SelectStmt' in query))
    throw new HearsayError(
      'Only a query that returns rows may run here; start it with SELECT or WITH.',
      'query-not-allowed',
    )
  const check = new QueryCheck(catalogue)
  check.begin(query)
  return check.places
}

class QueryCheck {
  readonly places: TablePlace[] = []
  readonly #catalogue: Catalogue

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue
  }

  begin(query: Node): void {
    this.#checkNodes(query, new Set(), 0)
  }

  #checkNodes(value: unknown, withs: Names, depth: number): void {
    if (Array.isArray(value)) for (const one of value) this.#checkNodes(one, withs, depth)
    else for (const [kind, body] of Object.entries(value as Fields)) this.#checkNode(kind, body, withs, depth + 1)
  }

  #checkNode(kind: string, body: unknown, withs: Names, depth: number): void {
    if (depth > DEEPEST)
      throw new HearsayError('The query nests too deep to be run here; take it apart with WITH.', 'query-failed')
    const rules = Object.hasOwn(ALLOWED, kind) ? (ALLOWED[kind as keyof typeof ALLOWED] as Rules) : refuse(kind)
    const fields = body as Fields
    if (kind === 'RangeVar') this.#checkTable(fields as RangeVar, withs)
    const visible = kind === 'SelectStmt' ? this.#checkWith((fields as SelectStmt).withClause, withs, depth) : withs
    for (const [field, value] of Object.entries(fields)) {
      const rule = Object.hasOwn(rules, field) ? (rules[field] as FieldRule) : refuse(field)
      // Seen to already, for what each of its queries sees.
      if (field !== 'withClause') this.#checkField(rule, value, visible, depth)
    }
  }

  #checkField(rule: FieldRule, value: unknown, withs: Names, depth: number): void {
    if (typeof rule === 'object') this.#checkNode(rule.is, value, withs, depth + 1)
    else if (rule === 'nodes') this.#checkNodes(value, withs, depth)
    else if (rule === 'column') this.#checkSelection((value as Node[]).slice(1), withs, depth)
    else if (rule === 'selection') this.#checkSelection(value as Node[], withs, depth)
    else if (rule === 'value function') requireValueFunction(String(value))
    else if (rule !== 'value') requireListed(rule, value as Node[])
  }

  #checkSelection(path: readonly Node[], withs: Names, depth: number): void {
    for (const step of path) {
      const name = textOf(step)
      if (name === undefined) this.#checkNodes(step, withs, depth)
      else if (!FUNCTIONS.has(name) && this.#catalogue.callable.has(name))
        throw notAllowed(`takes no .${name}, which could call ${name}(); give such a column another name`)
    }
  }

  /** Gives the names that the rest of the query sees, and checks the queries of the clause, which see fewer. */
  #checkWith(clause: WithClause | undefined, outside: Names, depth: number): Names {
    if (clause === undefined) return outside
    const { ctes = [], recursive = false } = clause
    const names = ctes.map(one =>
      'CommonTableExpr' in one ? (one.CommonTableExpr.ctename ?? '') : refuse(kindOf(one)),
    )
    // Where such a name is out of sight, the server would take a table of its own.
    const taken = names.find(name => name.startsWith('pg_'))
    if (taken !== undefined) throw notAllowed(`takes no name ${taken} after WITH, as it begins with pg_`)
    const visible = new Set([...outside, ...(recursive ? names : [])])
    this.#checkNode('WithClause', { ...clause, ctes: [] }, outside, depth + 1)
    for (const [index, one] of ctes.entries()) {
      this.#checkNodes(one, new Set(visible), depth + 1)
      visible.add(names[index] as string)
    }
    return visible
  }

  #checkTable({ schemaname, relname = UNKNOWN, location = 0 }: RangeVar, withs: Names): void {
    if (schemaname === undefined && withs.has(relname)) return
    if (!this.#catalogue.relations.has(relname) || (schemaname ?? this.#catalogue.schema) !== this.#catalogue.schema)
      throw notAllowed(`not ${schemaname === undefined ? '' : `${schemaname}.`}${relname}`)
    if (schemaname === undefined) this.places.push({ at: location })
  }
}

type Rules = Readonly<Record<string, FieldRule>>

/** What names of each kind there are here; null where every one of `pg_catalog` will do. */
const LISTED = {
  function: [FUNCTIONS, (name: string) => `knows no ${name}()`],
  operator: [OPERATORS, (name: string) => `knows no operator ${name}`],
  type: [TYPES, (name: string) => `knows no type ${name}`],
  collation: [null, (name: string) => `knows no collation ${name}`],
} as const satisfies Record<string, readonly [Names | null, (name: string) => string]>

function requireListed(kind: keyof typeof LISTED, path: readonly Node[]): void {
  const names = path.map(node => textOf(node) ?? UNKNOWN)
  const isOfServer = names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog')
  const [listed, reason] = LISTED[kind]
  if (!isOfServer || listed?.has(names.at(-1) ?? UNKNOWN) === false) throw notAllowed(reason(names.join('.')))
}

function requireValueFunction(name: string): void {
  if (!VALUE_FUNCTIONS.has(name)) throw notAllowed(`knows no ${name.replace('SVFOP_', '').toLowerCase()}`)
}

function textOf(node: Node): string | undefined {
  return 'String' in node ? ((node.String as Text).sval ?? '') : undefined
}

function kindOf(node: Node): string {
  return Object.keys(node)[0] ?? UNKNOWN
}

function refuse(what: Kind | string): never {
  throw notAllowed(`takes no ${NAMES_OF_REFUSED[what] ?? what}`)
}

function notAllowed(reason: string): HearsayError {
  return new HearsayError(`${NOT_ALLOWED}, and ${reason}.`, 'query-not-allowed')
}

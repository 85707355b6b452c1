import { beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { findCallableNames } from '../../src/store/postgres/read/callable-names.ts'
import { findOwnTables } from '../../src/store/postgres/read/own-tables.ts'
import { FUNCTIONS, OPERATORS, TYPES } from '../../src/web/sql/postgres/allowed-names.ts'
import type { Catalogue } from '../../src/web/sql/postgres/check-query.ts'
import { consoleSettings } from '../../src/web/sql/postgres/console-settings.ts'
import { tieQuery } from '../../src/web/sql/postgres/tie-query.ts'
import { proofSize } from '../support/proof-size.ts'
import {
  CALLS_BY_FROM,
  type Called,
  FORMS,
  type Form,
  type Judge,
  NEVER_ALLOWED,
  OPERATOR_FORMS,
  PLACES,
} from './console-forms.ts'
import { describePostgres } from './describe-postgres.ts'
import { NameResolver, type Resolved } from './name-resolver.ts'
import { type Routine, readNames, readRoutines } from './server-routines.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

const LONG_MS = 1_200_000

const ARGUMENTS = ['NULL', '1', "'x'", 'g', 'x.id', "'1'", 'x', 'ARRAY[g]']

/** What others may have put beside Hearsay's tables: each suits some question better than what `pg_catalog` has. */
const SHADOWS = `
CREATE FUNCTION public.lower(bigint) RETURNS text LANGUAGE sql VOLATILE AS $$SELECT pg_read_file('/etc/passwd')$$;
CREATE FUNCTION public.evil(public.claim) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT 1';
CREATE FUNCTION public.equals(bigint, text) RETURNS boolean LANGUAGE sql VOLATILE AS 'SELECT true';
CREATE FUNCTION public.joined(text, bigint) RETURNS text LANGUAGE sql VOLATILE AS $$SELECT 'x'$$;
CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = text, FUNCTION = public.equals);
CREATE OPERATOR public.|| (LEFTARG = text, RIGHTARG = bigint, FUNCTION = public.joined);
CREATE AGGREGATE public.max(text) (SFUNC = textcat, STYPE = text);
CREATE DOMAIN public.int4 AS text;
CREATE TABLE public.pg_shadow (own integer)`

interface Statement {
  readonly judge: Judge
  readonly name: string
  readonly text: string
}

/** Every form in some place, and every place with some form: which meet, changes from function to function. */
function* statementsFor({ name, arguments: count }: Routine, turn: number): Generator<Statement> {
  const args = Array.from({ length: count }, (_, place) => pick(ARGUMENTS, turn + place))
  const called: Called = { name, args }
  const inPlace = (form: Form, place: (value: string) => string): Statement => ({
    judge: form.judge,
    name,
    text: place(form.write(called)),
  })
  for (const [index, form] of FORMS.entries()) yield inPlace(form, pick(PLACES, turn + index))
  for (const [index, place] of PLACES.entries()) yield inPlace(pick(FORMS, 7 * turn + index), place)
  for (const form of CALLS_BY_FROM) yield inPlace(form, value => value)
}

function pick<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item
}

/** A part of a list, spread over all of it. */
function some<Item>(list: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)] as Item)
}

describePostgres('what queries of the console can call', server => {
  let url = ''
  let catalogue: Catalogue
  let routines: readonly Routine[] = []
  /** What there is to call by a name behind a point, as this test finds it. */
  let callable: ReadonlySet<string>

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
    await query(url, SHADOWS)
    const { database, close } = await openReader(url)
    catalogue = { ...(await findOwnTables(database)), callable: await findCallableNames(database) }
    await close()
    routines = await readRoutines(url)
    callable = new Set(await readNames(url, 'SELECT proname FROM pg_proc WHERE pronargs > 0'))
  })

  function tie(text: string): string | null {
    try {
      return tieQuery(text, catalogue)
    } catch (error) {
      if ((error as Error).name !== 'HearsayError') throw error
      return null
    }
  }

  function isListed({ judge, name }: Statement): boolean {
    if (judge === 'type') return TYPES.has(name)
    return FUNCTIONS.has(name) || (judge === 'attribute' && !callable.has(name) && !TYPES.has(name))
  }

  describe('the lists', () => {
    it('hold functions that change nothing, each with all its forms', async () => {
      const wrong = await query(
        url,
        `SELECT oid::regprocedure::text AS function FROM pg_proc
         WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY ($1)
           AND (provolatile = 'v' OR proparallel <> 's' OR prosecdef OR prolang NOT IN (12, 14))`,
        [[...FUNCTIONS]],
      )
      // It compares a number with that of the last transaction, and nothing here gives such a number.
      expect(wrong).toEqual([{ function: 'age(xid)' }])
    })

    it('hold operators that change nothing, and no function that takes what names something of the server', async () => {
      const operators = await query(
        url,
        `SELECT oprcode::text FROM pg_operator JOIN pg_proc ON pg_proc.oid = oprcode
         WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprname = ANY ($1)
           AND (provolatile = 'v' OR proparallel <> 's' OR prosecdef OR prolang NOT IN (12, 14))`,
        [[...OPERATORS]],
      )
      expect(operators).toEqual([])
      const named = await query(
        url,
        `SELECT DISTINCT proname::text FROM pg_proc, unnest(proargtypes) AS type
         WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY ($1)
           AND type::regtype::text ~ '^reg(?!config$)|^"?(any|internal|cstring|trigger)$|^aclitem'
           AND proname NOT IN ('concat', 'concat_ws', 'count', 'json_build_array', 'json_build_object',
             'jsonb_build_array', 'jsonb_build_object', 'json_object_agg', 'jsonb_object_agg')
           AND type::regtype::text <> '"any"'`,
        [[...FUNCTIONS]],
      )
      expect(named).toEqual([])
    })

    it('hold types whose reading looks nothing up, and names that there are', async () => {
      const types = await readNames(url, "SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace")
      expect([...TYPES].filter(name => !types.includes(name))).toEqual([])
      const reading = await query(
        url,
        `SELECT typname::text FROM pg_type JOIN pg_proc ON pg_proc.oid = typinput
         WHERE typnamespace = 'pg_catalog'::regnamespace AND typname = ANY ($1) AND (provolatile = 'v' OR typname ~ '^reg')`,
        [[...TYPES]],
      )
      expect(reading).toEqual([])
    })

    it('of the server have no table whose name does not begin with pg_, so that none can pass for a name after WITH', async () => {
      const sql =
        "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relname NOT LIKE 'pg\\_%'"
      expect(await readNames(url, sql)).toEqual([])
    })
  })

  it('may stand in every place and form, so that what refuses others is their name', () => {
    const refused = [
      ...PLACES.filter(place => !NEVER_ALLOWED.test(place('x'))).map(place => place("lower('x')")),
      ...FORMS.map(({ judge, write }) =>
        pick(PLACES, 0)(write({ name: judge === 'type' ? 'int4' : 'max', args: ['1'] })),
      ),
      ...CALLS_BY_FROM.map(({ judge, write }) =>
        write({ name: judge === 'type' ? 'int4' : 'unnest', args: ['ARRAY[1]'] }),
      ).filter(text => !NEVER_ALLOWED.test(text)),
    ].filter(text => tie(text) === null)
    expect(refused).toEqual([])
  })

  it('is no function of the server but the listed ones, in any form and place', { timeout: LONG_MS }, () => {
    const chosen = some(routines, proofSize(30, Number.POSITIVE_INFINITY))
    const through: string[] = []
    let tried = 0
    for (const [turn, routine] of chosen.entries())
      for (const statement of statementsFor(routine, turn)) {
        tried++
        if (!isListed(statement) && tie(statement.text) !== null) through.push(statement.text)
      }
    console.info(`${tried} statements that call ${chosen.length} functions: ${through.length} let through`)
    expect(through).toEqual([])
  })

  it('is no operator of the server but the listed ones, in any form and place', async () => {
    const operators = await readNames(url, 'SELECT DISTINCT oprname FROM pg_operator ORDER BY 1')
    const through: string[] = []
    let tried = 0
    for (const [turn, operator] of some(operators, proofSize(20, Number.POSITIVE_INFINITY)).entries())
      for (const [index, write] of OPERATOR_FORMS.entries())
        for (const place of some(PLACES, proofSize(5, Number.POSITIVE_INFINITY))) {
          const text = place(write(operator, pick(ARGUMENTS, turn), pick(ARGUMENTS, turn + index)))
          tried++
          if (tie(text) !== null && (!OPERATORS.has(operator) || text.includes('OPERATOR(public.'))) through.push(text)
        }
    console.info(`${tried} statements that call operators: ${through.length} let through`)
    expect(through).toEqual([])
  })

  describe('by the server’s own account of what every name means', () => {
    let known: Readonly<Record<keyof Resolved, ReadonlySet<number>>>
    let resolver: NameResolver

    beforeAll(async () => {
      known = {
        functions: await readOids(
          `SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN (${list(FUNCTIONS)})
           UNION SELECT oprcode FROM pg_operator
             WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprname IN (${list(OPERATORS)})
           UNION SELECT castfunc FROM pg_cast JOIN pg_type ON pg_type.oid = casttarget
             WHERE typnamespace = 'pg_catalog'::regnamespace AND typname IN (${list(TYPES)})`,
        ),
        operators: await readOids(
          `SELECT oid FROM pg_operator WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprname IN (${list(OPERATORS)})`,
        ),
        relations: await readOids(
          `SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname IN (${list(catalogue.relations)})`,
        ),
        // Whole rows of the tables, and arrays of them, too; and the configuration that full-text search is told by name.
        types: await readOids(
          `WITH rows AS (SELECT reltype AS oid FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relname IN (${list(catalogue.relations)}))
           SELECT oid FROM rows
           UNION SELECT typarray FROM pg_type JOIN rows USING (oid)
           UNION SELECT oid FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND (typname NOT LIKE 'reg%' OR typname = 'regconfig')
             AND (typrelid = 0 OR typname = 'record')`,
        ),
      }
      resolver = await NameResolver.connect(url, consoleSettings(1_000))
      return () => resolver.close()
    })

    async function readOids(sql: string): Promise<ReadonlySet<number>> {
      return new Set((await readNames(url, sql)).map(Number))
    }

    /** Whether the server understood it, and found nothing in it but what is listed. */
    async function isHarmless(tied: string): Promise<boolean | null> {
      const resolved = await resolver.resolve(tied)
      if (resolved === null) return null
      return (Object.keys(known) as (keyof Resolved)[]).every(kind => resolved[kind].every(oid => known[kind].has(oid)))
    }

    it('is told as such where it is not listed', async () => {
      const calls = [
        'pg_sleep(1)',
        "lower('x')::regproc",
        'set_config(NULL, NULL, false)',
        '(SELECT oid FROM pg_class)',
        '1 # 1',
      ]
      for (const call of calls)
        expect({ call, harmless: await isHarmless(`SELECT ${call}`) }).toEqual({ call, harmless: false })
    })

    it('is what the lists hold, in whatever form', { timeout: LONG_MS }, async () => {
      const allowed = routines.filter(({ name }) => FUNCTIONS.has(name) || TYPES.has(name) || !callable.has(name))
      const strange: string[] = []
      let understood = 0
      for (const [turn, routine] of some(allowed, proofSize(12, Number.POSITIVE_INFINITY)).entries())
        for (const { text } of statementsFor(routine, turn)) {
          const tied = tie(text)
          const harmless = tied === null ? null : await isHarmless(tied)
          if (harmless !== null) understood++
          if (harmless === false) strange.push(String(tied))
        }
      console.info(`${understood} statements that the server understood: ${strange.length} call what is not listed`)
      expect(strange).toEqual([])
      expect(understood).toBeGreaterThan(proofSize(20, 2_500))
    })

    it.each([
      ['SELECT lower(rowid) FROM claim'],
      ['SELECT max(id) FROM claim'],
      ["SELECT 'a'::text || rowid FROM claim"],
      ['SELECT rowid = id FROM claim'],
      ['SELECT CASE rowid WHEN id THEN 1 END, NULLIF(rowid, id), rowid IN (id) FROM claim'],
      ['SELECT rowid::int4 FROM claim'],
      ["SELECT int4 '1', NULL::int4[]"],
      ['SELECT article.id FROM article JOIN claim USING (id)'],
      ['SELECT * FROM claim ORDER BY rowid'],
      ['SELECT evil FROM claim'],
      ['SELECT claim.own FROM claim'],
    ])('is nothing of another schema, whatever is better suited there: %s', async text => {
      const tied = tie(text)
      expect(tied === null || (await isHarmless(tied)) !== false).toBe(true)
      const qualified = text.replaceAll(/\b(lower|max)\(/g, 'public.$1(').replaceAll('=', 'OPERATOR(public.=)')
      if (qualified !== text) expect(tie(qualified)).toBeNull()
    })
  })
})

function list(names: Iterable<string>): string {
  return [...names].map(name => `'${name.replaceAll("'", "''")}'`).join(', ')
}

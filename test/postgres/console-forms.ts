/**
 * Every way in which a statement can call a function, and every place in which that can stand: what the proofs about the
 * console are generated from. In each place there are `x`, a row of claim, and `g`, a number that is a whole row as well.
 */

/** A function, or a type of that name, with arguments for it. */
export interface Called {
  readonly name: string
  readonly args: readonly string[]
}

/** What decides whether a name may stand in such a form: the list of functions, or that of types. */
export type Judge = 'function' | 'attribute' | 'type'

export interface Form {
  readonly judge: Judge
  write(called: Called): string
}

const asFunction = (write: (name: string, args: string, first: string) => string): Form => ({
  judge: 'function',
  write: ({ name, args }) => write(quote(name), args.join(', '), args[0] ?? 'g'),
})
const asAttribute = (write: (name: string, first: string) => string): Form => ({
  judge: 'attribute',
  write: ({ name, args }) => write(quote(name), args[0] ?? 'g'),
})
const asType = (write: (name: string, first: string) => string): Form => ({
  judge: 'type',
  write: ({ name, args }) => write(quote(name), args[0] ?? 'g'),
})

/** As values. */
export const FORMS: readonly Form[] = [
  asFunction((name, args) => `${name}(${args})`),
  asFunction((name, args) => `pg_catalog.${name}(${args})`),
  asFunction((name, args) => `"pg_catalog"/* ( */.${name} -- (\n (${args})`),
  { judge: 'function', write: ({ name, args }) => `${spell(name)}(${args.join(', ')})` },
  { judge: 'function', write: ({ name, args }) => `${spell(name, '!')} UESCAPE '!' (${args.join(', ')})` },
  { judge: 'function', write: ({ name, args }) => `${bare(name)}(${args.join(', ')})` },
  { judge: 'function', write: ({ name, args }) => `${bare(name).toUpperCase()}\t(${args.join(', ')})` },
  asFunction((name, args) => `${name}(ALL ${args})`),
  asFunction((name, args) => `${name}(DISTINCT ${args})`),
  asFunction((name, args) => `${name}(VARIADIC ARRAY[${args}])`),
  asFunction((name, args) => `${name}(${args} ORDER BY 1)`),
  asFunction((name, args) => `${name}(${args}) FILTER (WHERE true)`),
  asFunction((name, args) => `${name}(${args}) OVER ()`),
  asFunction((name, args) => `${name}(${args}) OVER (PARTITION BY 1 ORDER BY 1 ROWS 1 PRECEDING)`),
  asFunction((name, args) => `${name}(${args}) WITHIN GROUP (ORDER BY 1)`),
  asFunction((name, args) => `${name}() WITHIN GROUP (ORDER BY ${args})`),
  asFunction(name => `${name}(*)`),
  asFunction((name, _, first) => `${name}(arg => ${first})`),
  asFunction((name, _, first) => `${name}(arg := ${first})`),
  asFunction((name, args) => `(${name}(${args})).*`),
  asFunction((name, args) => `(${name}(${args})).x`),
  asFunction((name, args) => `(${name}(${args}))[1]`),
  asFunction((name, args) => `GREATEST(${name}(${args}), 1)`),
  asFunction((name, args) => `'a' SIMILAR TO ${name}(${args}) ESCAPE 'x'`),
  asFunction((name, args) => `1 = ANY (SELECT ${name}(${args}))`),
  asFunction((name, args) => `ARRAY(SELECT ${name}(${args}))`),
  asAttribute((name, first) => `(${first}).${name}`),
  asAttribute(name => `x.${name}`),
  asAttribute(name => `g.${name}`),
  asAttribute(name => `(g).${name}`),
  asAttribute(name => `(x).${name}`),
  asAttribute(name => `(x.id).${name}`),
  asAttribute(name => `(x.rowid::int4).${name}`),
  asAttribute(name => `(SELECT g).${name}`),
  asAttribute(name => `(ROW(1, 2)).${name}`),
  asAttribute(name => `((ARRAY[g])[1]).${name}`),
  asAttribute(name => `(ARRAY[g])[1].${name}`),
  asAttribute(name => `(CASE WHEN true THEN g END).${name}`),
  asAttribute(name => `('1'::text).${name}`),
  asAttribute(name => `(CAST('1' AS int4)).${name}`),
  asAttribute(name => `(lower('x')).${name}`),
  asAttribute(name => `(COALESCE(g, 1)).${name}`),
  asAttribute(name => `(g + 1).${name}`),
  asAttribute(name => `(x).id.${name}`),
  asAttribute(name => `public.claim.${name}`),
  { judge: 'attribute', write: ({ name }) => `(g).${spell(name)}` },
  asType((name, first) => `${first}::${name}`),
  asType((name, first) => `${first}::pg_catalog.${name}`),
  asType((name, first) => `CAST(${first} AS ${name})`),
  asType((name, first) => `CAST(${first} AS ${name}[])`),
  asType((name, first) => `${first}::${name}(1)`),
  asType(name => `${name} '1'`),
  asType(name => `pg_catalog.${name} '1'`),
  asType(name => `${name}(3) '1'`),
  asType(name => `'{1}'::${name}[]`),
  asType(name => `'{1}'::${name} ARRAY[3]`),
]

const FROM = 'FROM claim AS x, generate_series(1, 1) AS g'

/** Where a value can stand. */
export const PLACES: readonly ((value: string) => string)[] = [
  value => `SELECT ${value} ${FROM}`,
  value => `SELECT ${value} AS a, * ${FROM}`,
  value => `SELECT (${value}) IS NULL ${FROM}`,
  value => `SELECT 1 ${FROM} WHERE ${value}`,
  value => `SELECT 1 ${FROM} WHERE true OR NOT (${value}) IS UNKNOWN`,
  value => `SELECT count(*) ${FROM} GROUP BY x.id HAVING (${value}) IS NOT NULL`,
  value => `SELECT count(*) ${FROM} GROUP BY ${value}`,
  value => `SELECT count(*) ${FROM} GROUP BY GROUPING SETS ((${value}), ())`,
  value => `SELECT count(*) ${FROM} GROUP BY ROLLUP (${value})`,
  value => `SELECT GROUPING(${value}) ${FROM} GROUP BY 1`,
  value => `SELECT 1 ${FROM} ORDER BY ${value}`,
  value => `SELECT 1 ${FROM} ORDER BY ${value} DESC NULLS LAST`,
  value => `SELECT DISTINCT ON (${value}) 1 ${FROM}`,
  value => `SELECT 1 ${FROM} LIMIT (${value})`,
  value => `SELECT 1 ${FROM} OFFSET (${value}) ROWS`,
  value => `SELECT 1 ${FROM} FETCH FIRST (${value}) ROWS ONLY`,
  value => `WITH w AS (SELECT ${value} ${FROM}) SELECT * FROM w`,
  value => `WITH w AS MATERIALIZED (SELECT ${value} ${FROM}) SELECT 1`,
  value =>
    `WITH RECURSIVE w (a) AS (SELECT 1 UNION ALL SELECT a FROM w, (SELECT ${value} ${FROM}) AS y) SELECT * FROM w`,
  value => `WITH w AS (WITH v AS (SELECT ${value} ${FROM}) SELECT * FROM v) TABLE w`,
  value => `SELECT * FROM (SELECT ${value} ${FROM}) AS y`,
  value => `SELECT * FROM (VALUES (1, (SELECT ${value} ${FROM}))) AS y`,
  value => `SELECT 1 ${FROM} WHERE EXISTS (SELECT ${value})`,
  value => `SELECT 1 ${FROM} WHERE 1 IN (SELECT ${value})`,
  value => `SELECT 1 ${FROM} WHERE (1, 2) = (SELECT ${value}, 1)`,
  value => `SELECT (SELECT ${value}) ${FROM}`,
  value => `SELECT 1 ${FROM}, LATERAL (SELECT ${value}) AS y`,
  value => `SELECT 1 ${FROM} JOIN article AS z ON ${value}`,
  value => `SELECT 1 ${FROM} LEFT JOIN LATERAL (VALUES (${value})) AS y (a) ON true`,
  value => `SELECT CASE WHEN ${value} THEN 1 END ${FROM}`,
  value => `SELECT CASE ${value} WHEN 1 THEN 1 ELSE 2 END ${FROM}`,
  value => `SELECT CASE WHEN false THEN ${value} ELSE ${value} END ${FROM}`,
  value => `SELECT ARRAY[${value}] ${FROM}`,
  value => `SELECT (ARRAY[1, 2])[${value}] ${FROM}`,
  value => `SELECT (ARRAY[1, 2])[1:${value}] ${FROM}`,
  value => `SELECT ROW(${value}) ${FROM}`,
  value => `SELECT (1, ${value}) = (1, 2) ${FROM}`,
  value => `SELECT COALESCE(${value}, NULL) ${FROM}`,
  value => `SELECT NULLIF(${value}, 1) ${FROM}`,
  value => `SELECT LEAST(1, ${value}) ${FROM}`,
  value => `SELECT 1 ${FROM} WHERE 1 IN (2, ${value})`,
  value => `SELECT 1 ${FROM} WHERE 1 BETWEEN SYMMETRIC 0 AND ${value}`,
  value => `SELECT 1 ${FROM} WHERE x.id LIKE ${value}`,
  value => `SELECT 1 ${FROM} WHERE x.id IS DISTINCT FROM (${value})`,
  value => `SELECT 1 ${FROM} WHERE 1 = ALL (ARRAY[${value}])`,
  value => `SELECT 1 + (${value}) ${FROM}`,
  value => `SELECT - (${value}) ${FROM}`,
  value => `SELECT (${value})::text ${FROM}`,
  value => `SELECT (${value}) COLLATE "C" ${FROM}`,
  value => `SELECT now() AT TIME ZONE (${value}) ${FROM}`,
  value => `SELECT extract(year FROM (${value})) ${FROM}`,
  value => `SELECT substring(x.id FROM (${value}) FOR 2) ${FROM}`,
  value => `SELECT overlay(x.id PLACING (${value}) FROM 1) ${FROM}`,
  value => `SELECT trim(BOTH (${value}) FROM x.id) ${FROM}`,
  value => `SELECT position((${value}) IN x.id) ${FROM}`,
  value => `SELECT lower(${value}) ${FROM}`,
  value => `SELECT concat(VARIADIC ARRAY[${value}]) ${FROM}`,
  value => `SELECT make_date(year => ${value}, month => 1, day => 1) ${FROM}`,
  value => `SELECT array_agg(1 ORDER BY ${value}) ${FROM}`,
  value => `SELECT count(*) FILTER (WHERE ${value}) ${FROM}`,
  value => `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ${value}) ${FROM}`,
  value => `SELECT percentile_cont(${value}) WITHIN GROUP (ORDER BY 1) ${FROM}`,
  value => `SELECT row_number() OVER (PARTITION BY ${value}) ${FROM}`,
  value => `SELECT row_number() OVER (ORDER BY ${value}) ${FROM}`,
  value => `SELECT sum(1) OVER (ORDER BY 1 ROWS BETWEEN ${value} PRECEDING AND CURRENT ROW) ${FROM}`,
  value => `SELECT sum(1) OVER (ORDER BY 1 RANGE BETWEEN CURRENT ROW AND ${value} FOLLOWING) ${FROM}`,
  value => `SELECT sum(1) OVER w ${FROM} WINDOW w AS (ORDER BY ${value})`,
  value => `SELECT 1 UNION ALL SELECT ${value} ${FROM}`,
  value => `(SELECT 1 EXCEPT (SELECT ${value} ${FROM})) ORDER BY 1`,
  value => `VALUES ((SELECT ${value} ${FROM}))`,
  value => `SELECT * ${FROM}, generate_series(1, ${value}) AS y`,
  value => `SELECT * ${FROM}, ROWS FROM (generate_series(1, 2), unnest(ARRAY[${value}])) WITH ORDINALITY AS y`,
  value => `SELECT * ${FROM}, article TABLESAMPLE system (${value})`,
  value => `SELECT (ROW(${value})).* ${FROM}`,
]

/** Where only a function can stand, or where one hides. */
export const CALLS_BY_FROM: readonly Form[] = [
  asFunction((name, args) => `SELECT * FROM ${name}(${args})`),
  asFunction((name, args) => `SELECT * FROM ${name}(${args}) AS y`),
  asFunction((name, args) => `SELECT * FROM ${name}(${args}) AS ${name} (${name})`),
  asFunction((name, args) => `SELECT * FROM pg_catalog.${name}(${args}) WITH ORDINALITY AS y (a, b)`),
  asFunction((name, args) => `SELECT * FROM ${name}(${args}) AS (a int4, b text)`),
  asFunction((name, args) => `SELECT * FROM ${name}(${args}) AS y (a int4)`),
  asFunction((name, args) => `SELECT * FROM ROWS FROM (${name}(${args})) AS y`),
  asFunction((name, args) => `SELECT * FROM ROWS FROM (${name}(${args})) AS ${name} (a)`),
  asFunction((name, args) => `SELECT * FROM ROWS FROM (generate_series(1, 1), ${name}(${args}))`),
  asFunction((name, args) => `SELECT * FROM ROWS FROM (${name}(${args}) AS (a int4)) AS y`),
  asFunction((name, args) => `SELECT * FROM claim AS x, LATERAL ${name}(${args}) AS y`),
  asFunction((name, args) => `SELECT * FROM claim AS x LEFT JOIN ${name}(${args}) AS y ON true`),
  asFunction((name, args) => `WITH ${name} (a) AS (SELECT * FROM ${name}(${args})) SELECT * FROM ${name}`),
  asFunction(name => `SELECT * FROM claim AS x TABLESAMPLE ${name} (1)`),
  asFunction(name => `SELECT * FROM claim AS x TABLESAMPLE pg_catalog.${name} (1) REPEATABLE (1)`),
  asFunction((name, args) => `TABLE claim ORDER BY ${name}(${args})`),
  asType(name => `SELECT * FROM CAST('1' AS ${name}) AS y`),
  asType(name => `SELECT * FROM json_to_record('{}') AS y (a ${name})`),
  asFunction((name, args) => `EXPLAIN ANALYZE SELECT ${name}(${args})`),
  asFunction((name, args) => `CALL ${name}(${args})`),
  asFunction((name, args) => `SELECT 1; SELECT ${name}(${args})`),
  asFunction((name, args) => `SELECT ${name}(${args}) INTO stolen`),
  asFunction((name, args) => `SELECT 1 FROM claim WHERE ${name}(${args}) IS NULL FOR UPDATE`),
  asFunction((name, args) => `INSERT INTO claim (id) VALUES (${name}(${args})) RETURNING *`),
  asFunction((name, args) => `WITH w AS (UPDATE claim SET id = ${name}(${args}) RETURNING 1) SELECT 1`),
]

/** In what of these nothing can be called at all, whatever its name. */
export const NEVER_ALLOWED =
  /TABLESAMPLE|^EXPLAIN|^CALL|^SELECT 1; |INTO stolen|FOR UPDATE|^INSERT|\(UPDATE|AS (?:y )?\(a int4|json_to_record/

/** Ways in which an operator can stand, in its qualified form as well. */
export const OPERATOR_FORMS: readonly ((operator: string, left: string, right: string) => string)[] = [
  (operator, left, right) => `${left} ${operator} ${right}`,
  (operator, _, right) => `${operator} ${right}`,
  (operator, left, right) => `${left} OPERATOR(${operator}) ${right}`,
  (operator, left, right) => `${left} OPERATOR(pg_catalog.${operator}) ${right}`,
  (operator, _, right) => `OPERATOR(pg_catalog.${operator}) ${right}`,
  (operator, left, right) => `${left} OPERATOR(public.${operator}) ${right}`,
  (operator, left, right) => `${left} ${operator} ANY (ARRAY[${right}])`,
  (operator, left, right) => `${left} OPERATOR(pg_catalog.${operator}) ALL (ARRAY[${right}])`,
  (operator, left, right) => `${left} ${operator} ANY (SELECT ${right})`,
  (operator, left, right) => `(${left}, 1) OPERATOR(pg_catalog.${operator}) (${right}, 1)`,
  (operator, left, right) => `(${left}, 1) ${operator} (SELECT ${right}, 1)`,
]

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function bare(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quote(name)
}

function spell(name: string, sign = '\\'): string {
  const codes = [...name].map(letter => `${sign}${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `U&"${codes.join('')}"`
}

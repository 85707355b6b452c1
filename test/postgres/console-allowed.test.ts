import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { PostgresConsole } from '../../src/web/sql/postgres/postgres-console.ts'
import { collect } from '../support/collect.ts'
import { startSite } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describePostgres } from './describe-postgres.ts'
import { fillBriefly } from './twins.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Every query of the documents that is one of PostgreSQL's too. */
const OF_DOCUMENTS: readonly string[] = ['README.md', 'docs/tutorial.md', 'docs/reference/cli.md']
  .map(read)
  .flatMap(text =>
    [...text.matchAll(/hearsay query (?:--\w+ )*"((?:WITH|SELECT) [^"]+)"/g)]
      .map(match => match[1] as string)
      .filter(query => !query.includes('sqlite_schema')),
  )

/** What people write: every kind of node that is allowed, and the functions that they use most. */
const WRITTEN: readonly string[] = [
  'SELECT * FROM v_claim ORDER BY id',
  'TABLE claim_span ORDER BY claim_rowid, role, sequence',
  "VALUES (1, 'a'), (2, NULL)",
  'SELECT DISTINCT act FROM public.claim ORDER BY act',
  'SELECT DISTINCT ON (act) act, id FROM claim ORDER BY act, id DESC NULLS LAST LIMIT 5 OFFSET 1',
  'SELECT claim.text, article.name FROM (SELECT 1 AS text) AS claim, (SELECT 2 AS name) AS article',
  'SELECT c.id, s.name, s.rank, s.text, s.number FROM claim AS c LEFT JOIN source AS s ON s.rowid = c.source_rowid ORDER BY 1',
  'SELECT id FROM claim JOIN (SELECT id FROM v_claim) AS v USING (id) WHERE negated = 0 AND NOT hedged = 1 ORDER BY id',
  'SELECT count(*) FROM claim NATURAL JOIN claim AS other',
  'SELECT a.title, c.cue_lemma FROM article AS a CROSS JOIN LATERAL (SELECT * FROM claim WHERE article_rowid = a.rowid ORDER BY start LIMIT 1) AS c ORDER BY a.uri',
  'SELECT publisher, act, count(*), grouping(publisher) FROM v_claim GROUP BY GROUPING SETS ((publisher, act), ROLLUP (publisher)) ORDER BY 1, 2, 3',
  'SELECT act, count(*) FILTER (WHERE naming = \'anonymous\') AS hidden FROM v_claim GROUP BY act HAVING count(*) >= 1 ORDER BY act COLLATE "C"',
  'SELECT id, row_number() OVER w, lag(start, 1) OVER w, sum(start) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM claim WINDOW w AS (PARTITION BY article_rowid ORDER BY start, id) ORDER BY id',
  'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY confidence), mode() WITHIN GROUP (ORDER BY act) FROM claim',
  "SELECT string_agg(DISTINCT act, ', ' ORDER BY act), array_to_string(array_agg(id ORDER BY id), ' ') FROM claim",
  "SELECT id FROM claim WHERE content_text ILIKE '%rents%' OR content_text ~* 'r(i|o)se' OR cue_lemma SIMILAR TO '(say|tell)' ORDER BY id",
  "SELECT id FROM claim WHERE start BETWEEN 1 AND 50 AND act IN ('statement', 'denial') AND source_rowid IS NOT NULL ORDER BY id",
  'SELECT id FROM claim AS c WHERE EXISTS (SELECT FROM claim AS d WHERE d.article_rowid = c.article_rowid AND d.id <> c.id) ORDER BY id',
  'SELECT id FROM claim WHERE start = (SELECT max(start) FROM claim) OR start > ALL (SELECT start FROM claim) OR start = ANY (ARRAY[1, 2]) ORDER BY id',
  "SELECT CASE act WHEN 'denial' THEN 1 ELSE 2 END, CASE WHEN negated = 1 THEN 'no' END, coalesce(cue_lemma, '-'), nullif(act, 'x'), greatest(1, start), least(start, 2) FROM claim ORDER BY id",
  "SELECT substring(text FROM 1 FOR 20), trim(BOTH ' ' FROM title), position('e' IN uri), overlay(uri PLACING 'x' FROM 1), left(text, 5), split_part(uri, '/', 1), upper(lower(uri)) FROM article ORDER BY uri",
  "SELECT extract(year FROM published_at::timestamptz), date_trunc('month', published_at::timestamptz AT TIME ZONE 'UTC')::date::text, published_utc::timestamptz < current_date FROM article WHERE published_at ~ '^20..-..-..T' ORDER BY uri",
  "SELECT (date '2026-03-01' - interval '1 day')::text, make_date(year => 2026, month => 2, day => 3)::text, interval(0) '1.5 s' || '', to_char(date '2026-03-01', 'YYYY')",
  "SELECT libraries::json ->> 'hearsay', jsonb_typeof(libraries::jsonb), json_build_object('id', id)::text FROM run ORDER BY id",
  'SELECT key, value FROM run, json_each_text(libraries::json) ORDER BY 1, 2',
  "SELECT word, place FROM unnest(string_to_array('a b c', ' ')) WITH ORDINALITY AS words (word, place) ORDER BY place",
  "SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b'])) AS pairs (number, word)",
  "SELECT (ARRAY[1, 2, 3])[2], (ARRAY[1, 2, 3])[2:3]::text, ROW(1, 'a') = (1, 'a'), (1, 2) IS DISTINCT FROM (1, 3), 7 OPERATOR(pg_catalog.%) 4, - 2 ^ 3",
  "SELECT count(*) FROM claim_search WHERE words @@ (to_tsquery('simple', 'rents') && websearch_to_tsquery('simple', 'rose'))",
  'WITH RECURSIVE parents (id, depth) AS (SELECT id, 0 FROM v_claim WHERE parent_id IS NULL UNION ALL SELECT child.id, depth + 1 FROM v_claim AS child JOIN parents ON child.parent_id = parents.id) SELECT depth, count(*) FROM parents GROUP BY depth ORDER BY depth',
  'WITH claim AS MATERIALIZED (SELECT id FROM claim WHERE start > 3), "Ünter (" (n) AS (SELECT count(*) FROM claim) SELECT n, \'ä\' FROM "Ünter (", claim LIMIT 1',
  '(SELECT id FROM claim UNION SELECT id FROM source EXCEPT ALL SELECT id FROM entity) INTERSECT (WITH a AS (TABLE claim) SELECT id FROM a) ORDER BY 1 FETCH FIRST 3 ROWS ONLY',
  "SELECT E'a\\'b', U&'d\\0061t', $$x'y$$, 'it''s', 1e3, 0x1F, 1_000, TRUE, NULL -- at last /*\n",
  'SELECT "x"."id" FROM ONLY "claim" AS "x" ORDER BY 1;',
]

describePostgres('queries that the console on PostgreSQL allows', server => {
  let [url, reading] = ['', '']

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
    reading = await addReader(url)
  })

  it('are found in the documents', () => {
    expect(OF_DOCUMENTS.length).toBeGreaterThan(3)
  })

  it('give the rows that the server gives to whoever may ask anything', async () => {
    const [anybody, reader] = [await openReader(url), await openReader(reading)]
    const console = new PostgresConsole(reading, reader.database)
    for (const query of [...OF_DOCUMENTS, ...WRITTEN]) {
      const { columns, rows } = await anybody.select(query)
      const expected = (await collect(rows)).slice(0, 1_000)
      const answer = await console.run(query)
      expect({ query, answer }).toMatchObject({ query, answer: { kind: 'rows', columns, rows: expected } })
    }
    await console.close()
    await Promise.all([anybody.close(), reader.close()])
  })

  it('are the examples of the page, too', async () => {
    const site = await startSite(reading)
    const links = [...(await site.get('/sql')).body.matchAll(/href="\/sql\?(q=[^"]*)"/g)]
    expect(links.length).toBeGreaterThan(2)
    for (const [, query] of links) expect((await site.get(`/sql.json?${query}`)).status).toBe(200)
  })
})

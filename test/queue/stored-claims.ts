import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import pg from 'pg'

/** All that the same articles must give in every store, however many wrote it: by ids, never by the order of writing. */
const QUERIES = [
  'SELECT id, uri, raw_sha256, title, published_utc, text FROM article ORDER BY id',
  `SELECT article.id AS article, claim.id, quotation, act, negated, hedged, confidence, cue_lemma, content_text
   FROM claim JOIN article ON article.rowid = claim.article_rowid ORDER BY article.id, claim.id`,
  `SELECT claim.id, role, sequence, claim_span.start, claim_span."end", text
   FROM claim_span JOIN claim ON claim.rowid = claim_rowid ORDER BY claim.id, role, sequence`,
  `SELECT source.id, naming, source.kind, source.name, role, number, text, entity.id AS entity
   FROM source LEFT JOIN entity ON entity.rowid = entity_rowid ORDER BY source.id`,
  `SELECT claim.id, evidence.sequence, stage, version, rule, detail
   FROM evidence JOIN claim ON claim.rowid = claim_rowid ORDER BY claim.id, evidence.sequence`,
  `SELECT article.id, done.sequence, stage, version
   FROM done JOIN article ON article.rowid = article_rowid ORDER BY article.id, done.sequence`,
  'SELECT location, status, reason, article_id, raw_sha256 FROM input ORDER BY location, article_id',
]

/** One hash for each of them. */
export function hashSqlite(path: string): string[] {
  const database = new Database(path, { readonly: true })
  try {
    return QUERIES.map(query => hashRows(database.prepare(query).raw().all()))
  } finally {
    database.close()
  }
}

/** The same for a database on a server. */
export async function hashPostgres(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const hashes: string[] = []
    for (const text of QUERIES) {
      const { rows } = await client.query({ text, rowMode: 'array', types: { getTypeParser: asSqlite } })
      hashes.push(hashRows(rows))
    }
    return hashes
  } finally {
    await client.end()
  }
}

function asSqlite(oid: number): (text: string) => unknown {
  const { INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8 } = pg.types.builtins
  const isNumber = [INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8].some(number => number === oid)
  return isNumber ? Number : text => text
}

function hashRows(rows: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
  return `${rows.length} rows ${hash.digest('hex')}`
}

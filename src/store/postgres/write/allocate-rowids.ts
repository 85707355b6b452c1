import type pg from 'pg'

/** How many rows a table is to get. */
export type RowCounts = Readonly<Record<'article' | 'source' | 'claim' | 'voice', number>>

/**
 * Takes the next numbers of these tables' rows, ascending, before anything is inserted: claims and sources may refer to
 * ones that come later.
 */
export async function allocateRowids(
  client: pg.ClientBase,
  counts: RowCounts,
): Promise<Record<keyof RowCounts, number[]>> {
  const { rows } = await client.query<Record<keyof RowCounts, string>>(
    `SELECT ${Object.keys(counts)
      .map((table, index) => {
        const next = `nextval('${table}_rowid_seq') AS number FROM generate_series(1, $${index + 1}::integer)`
        return `(SELECT coalesce(string_agg(number::text, ','), '') FROM (SELECT ${next}) AS taken) AS ${table}`
      })
      .join(', ')}`,
    Object.values(counts),
  )
  const [taken] = rows
  const numbers = (list = '') => (list === '' ? [] : list.split(',').map(Number))
  return {
    article: numbers(taken?.article),
    source: numbers(taken?.source),
    claim: numbers(taken?.claim),
    voice: numbers(taken?.voice),
  }
}

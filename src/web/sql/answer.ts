/** A cell as JSON can hold it: whole numbers beyond 2^53 are texts of digits, blobs are hexadecimal. */
export type Cell = string | number | null

/** What became of a query. */
export type QueryAnswer = QueryRows | QueryRefusal

export interface QueryRows {
  readonly kind: 'rows'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What ended the list early, or null when these are all rows. */
  readonly cut: 'rows' | 'bytes' | null
  readonly milliseconds: number
}

export interface QueryRefusal {
  readonly kind: 'refused'
  /** One sentence for who asked. */
  readonly reason: string
}

/** What the site asks of the process that runs queries. */
export interface QueryQuestion {
  readonly sql: string
  readonly rows: number
  readonly bytes: number
}

/** What one query of the console may take. */
export interface QueryLimits {
  readonly milliseconds: number
  readonly rows: number
  /** Of the whole answer, as text. */
  readonly bytes: number
  /** Resident memory of the process that runs it. */
  readonly memory: number
}

export const CONSOLE_LIMITS: QueryLimits = { milliseconds: 1_000, rows: 1_000, bytes: 2_000_000, memory: 400_000_000 }

/** The longest query: URLs, which carry it, have their limits too. */
export const LONGEST_QUERY = 4_000

/** Longest that a transaction may wait for the site to go on. */
const IDLE_MS = 10_000

/**
 * What a connection for a query of the console begins with, as far as any user may set it: names mean what `pg_catalog`
 * says and nothing else; nothing waits for a lock, and no query takes more memory or more processes than one small one.
 */
export function consoleSettings(milliseconds: number): readonly string[] {
  return [
    // Left out, temporary tables and types would come first.
    'SET search_path = pg_catalog, pg_temp',
    `SET lock_timeout = ${milliseconds}`,
    `SET idle_in_transaction_session_timeout = ${IDLE_MS}`,
    "SET work_mem = '16MB'",
    'SET hash_mem_multiplier = 1',
    'SET max_parallel_workers_per_gather = 0',
    'SET jit = off',
  ]
}

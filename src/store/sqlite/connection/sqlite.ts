import process from 'node:process'

export { default as Database } from 'better-sqlite3'

/*
 * Read once a process, before its first connection: without it a path cannot carry `immutable` or `mode`. In a process that
 * had a connection of its own before it loaded Hearsay it comes too late, so that nothing may depend on it that has another way.
 */
process.env.SQLITE_USE_URI = '1'

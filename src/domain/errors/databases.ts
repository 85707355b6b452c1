import type { ErrorKind } from './error-kind.ts'
import { EXIT } from './exit-codes.ts'

/** What keeps a database from being used, and what its seals say. */
export const DATABASE_ERRORS = {
  'database-missing': {
    exit: EXIT.database,
    status: 503,
    cause: 'There is no database at that path yet.',
    remedy: 'Make one with hearsay run PATH, or name another with --db.',
  },
  'database-empty': {
    exit: EXIT.database,
    status: 503,
    cause: 'The database has no tables yet.',
    remedy: 'Fill it with hearsay run PATH.',
  },
  'database-foreign': {
    exit: EXIT.database,
    status: 503,
    cause: "The file is no database, or the database holds tables that are none of this Hearsay's.",
    remedy: 'Give another file or address with --db.',
  },
  'database-outdated': {
    exit: EXIT.database,
    status: 503,
    cause: 'An older Hearsay wrote the database, and only a command that writes brings it up to date.',
    remedy: 'Run hearsay run PATH on it once.',
  },
  'database-newer': {
    exit: EXIT.database,
    status: 503,
    cause: 'A newer Hearsay wrote the database.',
    remedy: 'Install that version of Hearsay, or a later one.',
  },
  'database-damaged': {
    exit: EXIT.database,
    status: 503,
    cause: 'The database is damaged, or lacks something that Hearsay made in it.',
    remedy: 'Restore a copy; of an SQLite file, sqlite3 FILE .recover saves what can be read.',
  },
  'database-in-use': {
    exit: EXIT.database,
    status: 503,
    cause: 'Another process of Hearsay works in the database and lets no other do so.',
    remedy: 'Wait until it has ended, or stop it, and run the same command again.',
  },
  'database-locked': {
    exit: EXIT.database,
    status: 503,
    cause: 'Another program held or changed the same rows of the database, or broke off what was asked.',
    remedy: 'Close that program, or wait, and run the same command again.',
  },
  'database-forbidden': {
    exit: EXIT.database,
    status: 503,
    cause: 'Permissions do not allow to read or to write the database.',
    remedy: 'Check the permissions of the file and its folder, or the rights of the user on the server.',
  },
  'database-path-unsuitable': {
    exit: EXIT.database,
    status: 503,
    cause: 'No database can be opened at that path: it is a folder, or its folder is not there.',
    remedy: 'Give the path of a file in a folder that is there.',
  },
  'database-address-invalid': {
    exit: EXIT.database,
    status: 503,
    cause: 'An address is none of a PostgreSQL database.',
    remedy: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with % codes for special characters.',
  },
  'database-unsuitable': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A command takes a database of the other kind (a SQLite file, a PostgreSQL address), or two different ones.',
    remedy: 'Give one as the message says; hearsay copy takes a database from one kind to the other.',
  },
  'run-ended': {
    exit: EXIT.database,
    status: 503,
    cause: 'Another process took this run for dead and ended it. What was stored until then is safe.',
    remedy: 'Run the same command again.',
  },
  'write-refused': {
    exit: EXIT.database,
    status: 503,
    cause: 'The server refused a change of its tables or rows, because of something else in the database.',
    remedy: 'Look at what the message names in the database, and run the same command again.',
  },
  'server-unreachable': {
    exit: EXIT.database,
    status: 503,
    cause: 'No PostgreSQL answers at the address, or the connection was lost. What was stored until then is safe.',
    remedy: 'Check the address, the network and the server, and run the same command again.',
  },
  'server-login-refused': {
    exit: EXIT.database,
    status: 503,
    cause: 'The server does not let this user in, or not with this password.',
    remedy: 'Check user and password in the address, and pg_hba.conf of the server.',
  },
  'server-unsuitable': {
    exit: EXIT.database,
    status: 503,
    cause: 'The server is too old, or lacks the database, its encoding or its schema.',
    remedy: 'Upgrade the server, or make a database as the message says.',
  },
  'server-failing': {
    exit: EXIT.database,
    status: 503,
    cause: 'The server has no connection or memory left, or cannot go on.',
    remedy: 'Look at its log, give it more, and run the same command again.',
  },
  'disk-full': {
    exit: EXIT.io,
    status: 503,
    cause: 'The disk of the database is full. What was stored until then is safe.',
    remedy: 'Free some space and run the same command again.',
  },
  'disk-failed': {
    exit: EXIT.io,
    status: 503,
    cause: 'The disk failed while the database was used. What was stored until then is safe.',
    remedy: 'Check the disk and run the same command again.',
  },
  'article-unsealed': {
    exit: EXIT.findings,
    status: 409,
    cause: 'The run that wrote the article has not ended, so no seal holds it yet and nothing can be proved of it.',
    remedy: 'Ask again when the run has ended; if it was killed, after the next run.',
  },
  'seal-broken': {
    exit: EXIT.findings,
    status: 409,
    cause: 'What is stored of the article was changed after it was sealed.',
    remedy: 'See what was changed with hearsay verify.',
  },
} as const satisfies Record<string, ErrorKind>

import type { ErrorCode } from '../../domain/errors.ts'

/** @param name of the database, without a password @param message of the server */
type Sentence = (name: string, message: string) => string

/** What the server's own codes mean (https://www.postgresql.org/docs/current/errcodes-appendix.html), and what to do. */
export const SERVER_ERRORS: Readonly<Record<string, readonly [ErrorCode, Sentence]>> = {
  '28P01': [
    'server-login-refused',
    name => `${name} does not let in that user with that password; check both in the address.`,
  ],
  '28000': [
    'server-login-refused',
    (name, message) =>
      `${name} does not let in that user (${message}); check the address and the server's pg_hba.conf.`,
  ],
  '3D000': [
    'server-unsuitable',
    name => `${name} is no database of that server; make it with createdb, or correct the address.`,
  ],
  '3F000': [
    'server-unsuitable',
    (name, message) =>
      `${name} has no schema to make tables in (${message}); correct search_path, or make that schema.`,
  ],
  '42501': [
    'database-forbidden',
    (name, message) => `${name} does not allow it (${message}); give the user the rights to it, or use another user.`,
  ],
  '25006': [
    'database-forbidden',
    (name, message) => `${name} can only be read (${message}); give the address of the primary server.`,
  ],
  '53300': [
    'server-failing',
    (name, message) => `${name} has no connection left (${message}); raise max_connections or start fewer processes.`,
  ],
  '53100': [
    'disk-full',
    name =>
      `The disk of the server is full: ${name} keeps all that was committed; free some space there and run the same command again.`,
  ],
  '58030': [
    'disk-failed',
    name => `The disk of the server failed while ${name} was used; check it and run the same command again.`,
  ],
  '53200': [
    'server-failing',
    (name, message) =>
      `The server of ${name} is out of memory (${message}); give it more and run the same command again.`,
  ],
  '55P03': [
    'database-locked',
    name => `${name} is locked by another program; close that program and run the same command again.`,
  ],
  '40001': [
    'database-locked',
    name => `Other programs kept writing the same rows of ${name}; run the same command again.`,
  ],
  '40P01': [
    'database-locked',
    name => `Other programs kept writing the same rows of ${name}; run the same command again.`,
  ],
  XX001: ['database-damaged', (name, message) => `${name} is damaged (${message}); restore a backup.`],
  XX002: ['database-damaged', (name, message) => `${name} is damaged (${message}); restore a backup.`],
  '57014': [
    'database-locked',
    (name, message) => `What was asked of ${name} was cancelled (${message}); run the same command again.`,
  ],
}

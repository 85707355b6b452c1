import pg from 'pg'
import { type ErrorCode, HearsayError } from '../../../domain/errors.ts'
import { nameOfDatabase } from '../../database-name.ts'
import { SERVER_ERRORS } from '../server-errors.ts'

/**
 * Runs `action` and turns what the server and the network refuse into one sentence with a code: the server's disk fails or
 * is full, or the database cannot be used. Defects pass through as they are. No message holds a password.
 */
export async function withClearErrors<Result>(url: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw explainError(url, error)
  }
}

/** The error to throw in place of `error`, which is returned unchanged when it is no fault of database or network. */
export function explainError(url: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HearsayError) return error
  const known =
    error instanceof pg.DatabaseError
      ? explainServer(nameOfDatabase(url), error)
      : explainClient(nameOfDatabase(url), error)
  return known === null ? error : new HearsayError(known.sentence, known.code, { cause: error })
}

/** Whether the server was lost, or is not there: it may be back in a moment. */
export function isConnectionLost(thrown: unknown): boolean {
  const error = thrown instanceof HearsayError ? thrown.cause : thrown
  if (error instanceof pg.DatabaseError) return LOST.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  return NETWORK.has(codeOf(error) ?? '') || CONNECTION_WORDS.test(error.message)
}

/** What another transaction at the same time may cause; done again, it may go well. */
export function isConflict(thrown: unknown): boolean {
  const error = thrown instanceof HearsayError ? thrown.cause : thrown
  return error instanceof pg.DatabaseError && CONFLICTS.has(error.code ?? '')
}

/**
 * The error to throw in place of one that ended a transaction which wrote. What is no record's fault and no known state of
 * the server refuses the whole work: other articles would fare no better.
 */
export function asRefusal(url: string, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || isConnectionLost(error) || isConflict(error)) return error
  const explained = explainError(url, error)
  if (explained instanceof HearsayError) return explained
  return new HearsayError(
    `${nameOfDatabase(url)} refused what was to be written (${error.message}, code ${error.code}); what was committed is safe: look at its tables and settings, and run the same command again.`,
    'write-refused',
    { cause: error },
  )
}

/** Could not be serialised, stood in a circle of waiting, waited longer for a lock than it may, or was cancelled by somebody. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01', '55P03', '57014'])

interface Explanation {
  readonly sentence: string
  readonly code: ErrorCode
}

const explain = (code: ErrorCode, sentence: string): Explanation => ({ code, sentence })

const NETWORK: ReadonlySet<string> = new Set(
  'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN'.split(' '),
)
/** The server closes the connection, or takes none at the moment. */
const LOST = /^(08|57P0|25P03)/
/** What the driver says without a code. */
const CONNECTION_WORDS =
  /connection terminated|read timeout|timeout expired|timeout exceeded when trying to connect|not queryable|client was closed/i

function explainServer(name: string, { code = '', message, severity }: pg.DatabaseError): Explanation | null {
  if (Object.hasOwn(SERVER_ERRORS, code)) {
    const [kind, sentence] = SERVER_ERRORS[code] as (typeof SERVER_ERRORS)[string]
    return explain(kind, sentence(name, message))
  }
  if (LOST.test(code)) return lost(name, message)
  // It lacks something, or is not well: nothing that Hearsay asked is to blame.
  if (!/^(53|57|58)/.test(code) && !/^(FATAL|PANIC)$/.test(severity ?? '')) return null
  return explain(
    'server-failing',
    `The server of ${name} cannot go on (${message}, code ${code}); look at its log, and run the same command again.`,
  )
}

function explainClient(name: string, error: Error): Explanation | null {
  const code = codeOf(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return explain(
      'server-unreachable',
      `The host of ${name} is not known (${code}); check the address and the network.`,
    )
  if (code === 'ECONNREFUSED')
    return explain('server-unreachable', `No PostgreSQL answers at ${name}; start the server or correct the address.`)
  if (NETWORK.has(code ?? '') || CONNECTION_WORDS.test(error.message)) return lost(name, code ?? error.message)
  if (/password must be a string|no password/i.test(error.message))
    return explain(
      'server-login-refused',
      `${name} asks for a password; write it into the address (USER:PASSWORD@HOST) or into PGPASSWORD.`,
    )
  if (/SASL|SCRAM|\bSSL\b|certificate|self[- ]signed/i.test(error.message))
    return explain(
      'server-unreachable',
      `${name} cannot be reached safely (${error.message}); check sslmode in the address.`,
    )
  return null
}

function lost(name: string, reason: string): Explanation {
  return explain(
    'server-unreachable',
    `The connection to ${name} was lost or not made (${reason}); what was committed is safe: run the same command again when the server answers.`,
  )
}

/** Of a host with several addresses, the driver gives one error with those of all of them. */
function codeOf(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined || !(error instanceof AggregateError)) return code
  return error.errors.map(one => (one as NodeJS.ErrnoException).code).find(one => one !== undefined)
}

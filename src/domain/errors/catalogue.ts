import { CORRECTION_ERRORS } from './corrections.ts'
import { DATABASE_ERRORS } from './databases.ts'
import type { ErrorKind, FailureStatus } from './error-kind.ts'
import { FILE_ERRORS } from './files.ts'
import { REQUEST_ERRORS } from './requests.ts'
import { SITE_ERRORS } from './site.ts'

export type { FailureStatus }

/** The kinds of faults by what they are about, as docs/reference/errors.md has them. A new one is an entry in one of these. */
export const ERROR_GROUPS = {
  'What was asked': REQUEST_ERRORS,
  'Corrections and queries': CORRECTION_ERRORS,
  'Files that are read and written': FILE_ERRORS,
  'The database': DATABASE_ERRORS,
  'The site and its API': SITE_ERRORS,
} as const

const ERRORS = { ...REQUEST_ERRORS, ...CORRECTION_ERRORS, ...FILE_ERRORS, ...DATABASE_ERRORS, ...SITE_ERRORS }

/**
 * What went wrong, in one word that never changes: `claim-not-found`, `database-locked`, … docs/reference/errors.md says of each why it
 * happens and what to do. Codes may be added; none is renamed or taken away.
 */
export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[]

/** What there is to know of a code. */
export function kindOfError(code: ErrorCode): ErrorKind {
  return ERRORS[code]
}

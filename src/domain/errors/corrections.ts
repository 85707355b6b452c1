import type { ErrorKind } from './error-kind.ts'
import { EXIT } from './exit-codes.ts'

/** A correction that cannot be made, or a query that cannot be answered. */
export const CORRECTION_ERRORS = {
  'correction-empty': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A correction says nothing: no verdict, no note and nothing that is different.',
    remedy: 'Say what is so, accept or reject it, or write a note.',
  },
  'correction-contradicts': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A correction says two things that cannot both be so, such as taking all back and saying something new.',
    remedy: 'Say one after the other.',
  },
  'correction-impossible': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'What is asked cannot be done to this claim or voice: there is nothing to undo, to split or to join, or no words would be left.',
    remedy: 'Correct something else of it, as the message says.',
  },
  'claim-exists': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A claim was to be added that has the same words as one that is there already.',
    remedy: 'Correct the one that is there.',
  },
  'span-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'Places in a text are no span of it: outside the text, empty, in the wrong order, or only one of two is given.',
    remedy: 'Count from 0 in characters (Unicode code points); the end is the place behind the last one.',
  },
  'changed-meanwhile': {
    exit: EXIT.usage,
    status: 409,
    cause: 'Somebody else corrected the claim or the voice after you opened it, so yours was not saved.',
    remedy: 'Open it again, see what they said, and say yours again.',
  },
  'query-failed': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The database does not understand an SQL query, or it fails while it runs.',
    remedy: 'Mend the query; the page /sql of the site lists the tables and their columns.',
  },
  'query-not-allowed': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Something else than one query that only reads was asked, or it reads what may not be read there.',
    remedy: 'Ask one query that begins with SELECT or WITH.',
  },
  'query-too-slow': {
    exit: EXIT.usage,
    status: 400,
    cause: 'An SQL query took longer than it may.',
    remedy: 'Ask for less, or look for what an index holds, such as ids and dates.',
  },
} as const satisfies Record<string, ErrorKind>

import type { ErrorKind } from './error-kind.ts'
import { EXIT } from './exit-codes.ts'

/** What was asked for makes no sense, or is not there. */
export const REQUEST_ERRORS = {
  'command-line-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The command line has a command, an option or a value that Hearsay does not know.',
    remedy: 'Look at what there is with hearsay help, and for one command with hearsay help COMMAND.',
  },
  'argument-missing': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Something that is needed was not given: a file, an id, an option, a field of a form.',
    remedy: 'Give what the message names.',
  },
  'argument-conflict': {
    exit: EXIT.usage,
    status: 400,
    cause: 'Two options or fields were given that cannot go together.',
    remedy: 'Leave one of them out; the message says which.',
  },
  'value-unknown': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A value is none of those that there are to choose from.',
    remedy: 'Choose one of those that the message lists.',
  },
  'value-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A value has not the form that is needed, such as a number, a place in a list or words.',
    remedy: 'Write it as the message says.',
  },
  'value-too-long': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A text has more characters than it may have there.',
    remedy: 'Shorten it, or give it in parts.',
  },
  'date-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause: 'A date is not in the calendar, or not written as dates are here.',
    remedy: 'Write a day as 2026-05-31, a month as 2026-05, a time as 2026-05-31T08:00:00Z.',
  },
  'dates-reversed': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The first of two dates comes after the last, so that nothing can be in between.',
    remedy: 'Swap them, or leave one out.',
  },
  'too-much-asked': {
    exit: EXIT.usage,
    status: 400,
    cause: 'More was given or chosen than can be taken at once.',
    remedy: 'Give or choose less at a time.',
  },
  'request-invalid': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'An address, a form or the body of a request has parameters or fields that are not known there, or not as they have to be.',
    remedy: "Use the forms of the site's own pages; for the API, see /api/v1/openapi.json.",
  },
  'reference-ambiguous': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The beginning of an id, or a name, fits several, or is too short to change something by it.',
    remedy: 'Give more characters of the id.',
  },
  'nothing-chosen': {
    exit: EXIT.usage,
    status: 400,
    cause:
      'The filters leave nothing to work on: no article has the outlet, section, byline or month that was given, say.',
    remedy: 'Take a filter away, or choose another value; the message names those that are near.',
  },
  'comparison-impossible': {
    exit: EXIT.usage,
    status: 400,
    cause: 'The two sides of a comparison are the same article, or have articles in common.',
    remedy: 'Name two that share nothing.',
  },
  'article-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'The database has no article of that id or address.',
    remedy: 'Look for it among the articles that hearsay claims or the page /articles lists.',
  },
  'claim-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'The database has no claim of that id, or has it no more because its article was analysed anew.',
    remedy: 'Look for it with hearsay claims, or on the page of its article.',
  },
  'source-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'The database has no source of that id.',
    remedy: 'Look for it with hearsay sources, or on the page /sources.',
  },
  'person-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause:
      'The database has no person or other voice of that id, or has it no more because its article was analysed anew.',
    remedy: 'Look for it on the page /people, or with hearsay query "SELECT * FROM v_person".',
  },
  'quotation-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'No quotation that stands in several articles has that id, or that claim in it.',
    remedy: 'Look for it with hearsay quotations.',
  },
  'run-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'The database has no run of that number.',
    remedy: 'Look for it on the page /runs.',
  },
  'submission-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'What was given to be looked at was kept, discarded, or waited too long.',
    remedy: 'Give the article again.',
  },
} as const satisfies Record<string, ErrorKind>

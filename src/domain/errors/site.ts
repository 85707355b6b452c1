import type { ErrorKind } from './error-kind.ts'
import { EXIT } from './exit-codes.ts'

/** What the site refuses, what keeps it from starting, and what nobody who asks is to blame for. */
export const SITE_ERRORS = {
  'page-not-found': {
    exit: EXIT.usage,
    status: 404,
    cause: 'The site or its API has nothing at that address.',
    remedy: 'Begin at / or, for the API, with /api/v1/openapi.json.',
  },
  'site-read-only': {
    exit: EXIT.usage,
    status: 404,
    cause: 'A page is for changing something, and the site was started for reading only.',
    remedy: 'Start it with hearsay serve --edit.',
  },
  'site-busy': {
    exit: EXIT.usage,
    status: 503,
    cause: 'Others give articles to the site at the same moment, or too much waits to be kept.',
    remedy: 'Try again in a moment, or give less at once.',
  },
  'token-wrong': {
    exit: EXIT.usage,
    status: 401,
    cause: 'The site was started with a token, and the request has none or another one.',
    remedy: 'Give the token as the password, or to the API as Authorization: Bearer TOKEN.',
  },
  'origin-refused': {
    exit: EXIT.usage,
    status: 403,
    cause: 'The request comes from a page of another site, or calls this one by a name that it does not know.',
    remedy: 'Open the site at the address that hearsay serve printed; its option --name gives it others.',
  },
  'method-not-allowed': {
    exit: EXIT.usage,
    status: 405,
    cause: 'Something was sent to an address that only answers questions, or in a way that it does not take.',
    remedy: 'Use a method that the header Allow names; to change something, start the site with hearsay serve --edit.',
  },
  'body-too-large': {
    exit: EXIT.usage,
    status: 413,
    cause: 'More was sent at once than the site takes.',
    remedy: 'Send less at a time, or use hearsay run.',
  },
  'media-type-unsupported': {
    exit: EXIT.usage,
    status: 415,
    cause: 'The body of a request to the API is not said to be JSON.',
    remedy: 'Send it as Content-Type: application/json.',
  },
  'token-weak': {
    exit: EXIT.usage,
    status: 500,
    cause: 'Other machines can reach what is started, and HEARSAY_TOKEN holds no token, or one that can be guessed.',
    remedy: 'Set HEARSAY_TOKEN to what openssl rand -hex 16 prints.',
  },
  'port-unusable': {
    exit: EXIT.usage,
    status: 500,
    cause: 'A port is in use, or this user may not open it.',
    remedy: 'Give another port.',
  },
  defect: {
    exit: EXIT.defect,
    status: 500,
    cause: 'Hearsay itself is wrong: nothing that you did is to blame.',
    remedy: 'Report it with what was printed where Hearsay was started.',
  },
} as const satisfies Record<string, ErrorKind>

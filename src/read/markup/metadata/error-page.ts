/** What a server or a guard sends instead of the page that was asked for, by its title. */
interface ErrorTitle {
  readonly pattern: RegExp
  readonly examples: readonly string[]
  /** Headlines that look like it. */
  readonly nearMisses: readonly string[]
}

const FAULT =
  '(?:not found|page|file|gone|error|forbidden|unauthori[sz]ed|access|too many|internal|bad gateway|service|gateway|unavailable|oops|sorry|we)'

export const ERROR_TITLES: readonly ErrorTitle[] = [
  {
    pattern: new RegExp(
      `^(?:(?:http )?error ?[:|#–—-]? ?)?(?:40[0134]|410|429|451|50[0234]|52\\d)(?: error)?(?:$|[ :|.!–—-]{1,3}${FAULT}\\b.{0,60}$)`,
      'iu',
    ),
    examples: ['404', 'Error 404', '404 - Page not found', '403 Forbidden', '502 Bad Gateway'],
    nearMisses: ['404 homes planned for Selby', '500 jobs to go at port', '429: how a year was lost'],
  },
  {
    pattern:
      /^(?:the )?(?:requested )?(?:page|file|url|content|article|story|document|resource)? ?(?:(?:could|can) ?not be|not) found\W{0,3}$/iu,
    examples: ['Page not found', 'Not Found', 'Article could not be found.'],
    nearMisses: ['Not found: the ring that was lost', 'Gold not found at Selby'],
  },
  {
    pattern:
      /^(?:oops|sorry|whoops|uh[ -]oh)[,.!…:–—-]{1,3} ?(?:.{0,30}\b(?:page|article|content|url)\b.{0,40}|something went wrong\W{0,3})$/iu,
    examples: ['Sorry, we can’t find that page', 'Oops! Something went wrong.'],
    nearMisses: ['Sorry story of a bridge', 'Sorry, says minister'],
  },
  {
    pattern:
      /^(?:this|the|that) (?:page|article|content) (?:is ?n[o’']t|is not|is no longer|is|no longer|cannot be|can[’']t be) ?(?:currently )?(?:available|exists?|found|unavailable|working|displayed)\W{0,3}$/iu,
    examples: ['This page is no longer available', 'This page isn’t working'],
    nearMisses: ['The page is turned on a scandal'],
  },
  {
    pattern:
      /^(?:access (?:to this page (?:has been|is) )?denied|forbidden|unauthori[sz]ed|unavailable (?:due to|for) legal reasons|too many requests|attention required!?)\W{0,3}$/iu,
    examples: ['Access Denied', 'Access to this page has been denied.', 'Attention Required!'],
    nearMisses: ['Access denied to thousands of voters', 'Forbidden love'],
  },
  {
    pattern:
      /^(?:just a moment|one moment,? please|please wait|checking your browser|verifying (?:that )?you are human|are you (?:a robot|human)|robot check|human verification|security check(?: required)?|pardon our interruption|please verify (?:that )?you are (?:a )?human|captcha)\W{0,3}$/iu,
    examples: ['Just a moment...', 'Are you a robot?', 'Pardon Our Interruption'],
    nearMisses: ['Just a moment of doubt', 'Are you a robot? Ask the judge'],
  },
  {
    pattern:
      /^(?:bad gateway|gateway time-?out|internal server error|(?:service|site) (?:temporarily )?unavailable|(?:down for |under |scheduled )maintenance)\W{0,3}$/iu,
    examples: ['Service Unavailable', 'Down for maintenance'],
    nearMisses: ['Bridge down for maintenance'],
  },
]
/** Such a page says no more, in UTF-16 units. */
const LONGEST = 1000
const LONGEST_TITLE = 100

/** Whether a page is one that is sent instead of an article: its title says so, and it says little else. */
export function isErrorPage(title: string, text: string): boolean {
  if (text.length > LONGEST || title.length > LONGEST_TITLE) return false
  return ERROR_TITLES.some(({ pattern }) => pattern.test(title.trim()))
}

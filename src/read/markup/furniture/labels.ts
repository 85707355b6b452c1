import { MONTH } from '../../dates/english-months.ts'

/*
 * Lines that label an article or a part of it and say nothing: when it was published, who took the picture, how to write to the desk.
 */
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )?'
const DAY = `${WEEKDAY}(?:${MONTH}[.]? \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH}[.,]? \\d{4})`
const STAMP = '(?:published|updated|last updated|last modified|posted|first published|created|modified)(?: on| at)?:?'

/** Why each is left out, and how it is written. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['time stamp', new RegExp(`^(?:${STAMP} ?)?${DAY}(?:\\b.{0,40})?$`, 'iu')],
  ['time stamp', new RegExp(`^${STAMP} ?.{0,60}\\d.{0,30}$`, 'iu')],
  ['time stamp', /^(?:an? |\d+ )(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month)s? (?:ago|read)\b.{0,40}$/iu],
  ['time stamp', /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$/iu],
  [
    'image credit',
    /^(?:photo(?:graph)?s?|images?|pictures?|illustration|video|graphic|credits?|photo credit|image credit|copyright)(?: (?:by|credit|courtesy|copyright))?(?: of)?: ?.{0,150}$/iu,
  ],
  [
    'image credit',
    /^(?:photo(?:graph)?s?|images?|pictures?|illustration|video) (?:by|courtesy(?: of)?)\b.{0,100}[^.!?…]$/iu,
  ],
  ['credit', /^with (?:files|reports?|information) from\b.{0,150}$/iu],
  ['contact', /^[•*–—-]? ?(?:e-?mail|twitter|x|instagram|phone|tel)(?: us)?: ?\S{3,80}$/iu],
  ['tags', /^(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|posted in|sections?)\s?:.{0,200}$/iu],
  ['navigation', /^(?:skip|jump) (?:past|to|over)\b.{0,80}[^.!?…]$/iu],
  [
    'label',
    /^(?:about the (?:author|writer)s?|author|contributors?|share(?: this)?|print|email|save|comments?|listen|reply|advertisement|next|previous)$/iu,
  ],
]
const LONGEST = 220

/** Why a line is left out that only labels; null when it is none. */
export function labelOf(text: string): string | null {
  if (text.length > LONGEST) return null
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

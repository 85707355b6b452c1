/*
 * Lines that label an article or a part of it and say nothing: when it was published, who took the picture, how to write to the desk.
 */
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )?'
const DAY = `${WEEKDAY}(?:${MONTH}[.]? \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH}[.,]? \\d{4})`
const STAMP = '(?:published|updated|last updated|last modified|posted|first published|created|modified)(?: on| at)?:?'

const LABELS: readonly RegExp[] = [
  new RegExp(`^(?:${STAMP} ?)?${DAY}(?:\\b.{0,40})?$`, 'iu'),
  new RegExp(`^${STAMP} ?.{0,60}\\d.{0,30}$`, 'iu'),
  /^(?:an? |\d+ )(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month)s? (?:ago|read)\b.{0,40}$/iu,
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$/iu,
  /^(?:photo(?:graph)?s?|images?|pictures?|illustration|video|graphic|credits?|photo credit|image credit|copyright)(?: (?:by|credit|courtesy|copyright))?(?: of)?: ?.{0,150}$/iu,
  /^(?:photo(?:graph)?s?|images?|pictures?|illustration|video) (?:by|courtesy(?: of)?)\b.{0,100}[^.!?…]$/iu,
  /^with (?:files|reports?|information) from\b.{0,150}$/iu,
  /^[•*–—-]? ?(?:e-?mail|twitter|x|instagram|phone|tel)(?: us)?: ?\S{3,80}$/iu,
  /^(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|posted in|sections?)\s?:.{0,200}$/iu,
  /^(?:about the (?:author|writer)s?|author|contributors?|share(?: this)?|print|email|save|comments?|listen|reply|advertisement|next|previous)$/iu,
]
const LONGEST = 220

export function isLabel(text: string): boolean {
  return text.length <= LONGEST && LABELS.some(pattern => pattern.test(text))
}

/*
 * What stands beside the names in a byline, as pages in English write it.
 */

/** Before the first name: `By`, `Words by`, `Author:`. */
export const BEFORE_NAMES =
  /^(?:(?:(?:originally |first )?(?:written|reported|words|story|posted|published|article|text|report|analysis|opinion|comment|review|interview|exclusive|edited|produced|compiled)(?:\s+(?:and|&)\s+\p{L}+)?\s+)?by(?=[:\s])[:\s]*|(?:authors?|writers?|reporters?|words|text|story|byline|from)\s*:\s*|from\s+(?=(?:our|a)\s))/iu

/** What ends the names: a date or a time, a bar, an address, a handle, who took the pictures, how long it takes to read. */
export const AFTER_NAMES: readonly RegExp[] = [
  /\s*\(?(?:https?:|www\.)\S.*$/isu,
  /\s*[|•·/‧∙].*$/su,
  /\s+[-–—]\s.*$/su,
  /\s*\b(?:last )?(?:published|updated|posted|modified|edited)\b.*$/isu,
  /\s*,?\s*\b(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$/isu,
  /[,\s]+(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|may)\.?,?\s\d.*$/isu,
  /\s*\(?\d.*$/su,
  /\s*[;,.]?\s*\b(?:photo(?:graph)?s?|pictures|images?|video|illustrations?|graphics?)\s*(?:by\b|:).*$/isu,
  /\s+is (?:an?|the|our)\s.*$/su,
  /\s+(?:an hour|a day|a minute) ago.*$/isu,
]

const BEAT =
  '(?:political|politics|parliamentary|diplomatic|foreign|world|international|national|home affairs|rural affairs|legal|law|crime|courts?|security|defen[cs]e|health|science|medical|environment(?:al)?|climate|energy|business|economics?|finance|financial|city|industry|consumer|money|media|culture|arts?|music|film|tv|book|food|travel|fashion|sports?|football|cricket|rugby|racing|tech(?:nology)?|digital|data|video|education|social affairs|community|local|regional|rural|transport|housing|religious affairs|royal|europe|asia|africa|middle east|american?|us|uk|white house|washington|westminster|brussels|investigations?|investigative|features?|news|opinion|night|weekend|online|web|picture|arts and culture)'
const RANK =
  '(?:senior|chief|deputy|assistant|associate|acting|executive|managing|contributing|staff|special|former|lead|junior|trainee|freelance|guest|principal)'
const JOB =
  '(?:editors?(?:[- ]at[- ]large|[- ]in[- ]chief)?|sub-?editors?|correspondents?|reporters?|writers?|columnists?|journalists?|producers?|analysts?|critics?|contributors?|commentators?|photographers?|presenters?|authors?|bureau chiefs?|fellows?|researchers?|intern)'

/** A role: `Political editor`, `Senior reporter in Selby`, `Chief political correspondent`. */
export const ROLE = new RegExp(
  `^(?:the |our )?(?:${RANK} )*(?:(?:${BEAT})(?: (?:and|&) ${BEAT})? ){0,3}${JOB}(?:,? (?:in|for|at|of) .{1,60})?$`,
  'iu',
)
/** A role at the end of a line that begins with the name. */
export const ROLE_BEHIND = new RegExp(
  `^(?<name>\\p{L}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){1,4}?)[,\\s(]+(?<role>(?:${RANK} )*(?:${BEAT} (?:(?:and|&) )?){0,3}${JOB})\\)?$`,
  'iu',
)

/** Where the reporter is or whom for: `in Selby`, `for the Selby Echo`. */
export const PLACE_OR_PAPER =
  /\s+(?:in|for)\s+(?:the\s+)?\p{Lu}[\p{L}.'’&-]*(?:\s+(?:(?:of|and|the|&)\s+)?\p{Lu}[\p{L}.'’&-]*){0,4}(?=$|,|\s+and\s|\s*&)/gu

/** What systems put where no author is known. */
export const NOBODY =
  /^(?:admin|administrator|authors?|by|editor|guest|null|none|n\/a|unknown|undefined|user|webmaster|root|test|default|anonymous|www\.\S+|\[object object\])$/iu

/*
 * How an article speaks of itself and of what it was before, in notes on its changes: in parts of patterns, which ignore capitals.
 */

/** What an article is called, and parts of it. */
export const ARTICLE_NAME =
  '(?:article|story|report|piece|post|page|item|column|interview|obituary|review|blog|copy|headline|caption|text|dispatch)'

/** "An earlier version", "the original headline". */
export const EARLIER_VERSION =
  '(?:an?|the) (?:earlier|previous|prior|original|former) (?:version|edition|form|draft|headline|caption)'

/** A part of this article, or what it was: "the headline of this story", "an earlier version of this article". */
export const PART_OF_ITSELF = `(?:the (?:headline|caption|photo caption|sub-?heading|summary|text|version) (?:of|to|for|on|in|above|accompanying|with) this (?:(?:news|online|web|live|original) )?${ARTICLE_NAME}|${EARLIER_VERSION} of this ${ARTICLE_NAME})`

/** The article itself, as it speaks of itself. */
export const ITSELF = `(?:this (?:(?:news|online|web|live|original) )?${ARTICLE_NAME}|${PART_OF_ITSELF})`

/** What a paragraph that is such a note begins with. */
export const NOTE_HEADINGS = {
  correction:
    /^[\s([*_–—-]*(?:corrections?|corrected|erratum|errata|editor[’']?s['’]? correction)(?: (?:and|&) (?:clarifications?|updates?))?(?:[,]? [^:.]{1,40})?\s*[:–—]/iu,
  clarification:
    /^[\s([*_–—-]*(?:clarifications?|editor[’']?s['’]? notes?|note (?:from|by) the editors?|note to readers|publisher[’']?s note)(?:[,]? [^:.]{1,40})?\s*[:–—]/iu,
  update:
    /^[\s([*_–—-]*(?:updated?|updates)(?: \d{1,2})?(?:\s*\([^)]{1,40}\)|[,]? (?:on |at |to )?[^:.]{0,12}\d[^:.]{0,28})?\s*[:–—]/iu,
} as const satisfies Readonly<Record<string, RegExp>>

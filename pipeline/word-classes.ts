import type { Token } from '../src/domain/layers.ts'
import { COMMON_WORDS, GAZETTEER, type GazetteerTag } from '../src/nlp/gazetteer.ts'
import { readWordList } from './word-list.ts'

/** What compromise lists with any of the tags: one look-up a word instead of one a tag. */
const listed = (...tags: readonly GazetteerTag[]) =>
  [...GAZETTEER].flatMap(([phrase, has]) => (tags.some(tag => has.has(tag)) ? [phrase] : []))
const read = (name: string) => readWordList(new URL(`./entities/lexicon/${name}.txt`, import.meta.url))

/** Titles and offices that stand before a name, of one or more words, without points. */
export const TITLES = read('title')
/** Titles that say nothing of what somebody does. */
const HONORIFICS = read('honorific')
/** Titles that are surnames, too: "King", "Dean". */
const TITLE_SURNAMES = read('title-surname')
/** Nouns for people that stand before or after a name in small letters ("the historian Ann Lee"). */
const ROLES: ReadonlySet<string> = new Set([...read('role'), ...listed('Actor')])
/** Last words of organisations' names ("Bank", "Ltd"), and first ones before "of" ("Ministry"). */
const ORGANISATIONS = read('organisation')
/** Last words of places' names ("River", "Bridge"). */
export const PLACE_HEADS = read('place')
/** Last words of names that are neither people, places nor organisations ("Festival", "Act", "Cup"). */
export const OTHER_HEADS = read('other')
/** Places that compromise does not list, with points and without. */
const PLACES: ReadonlySet<string> = new Set([...read('place-name'), ...listed('Country', 'City', 'Region')])
const FIRST_NAMES: ReadonlySet<string> = new Set([
  ...read('first-name'),
  ...listed('FirstName', 'MaleName', 'FemaleName'),
])
/** Given names that running text has as words. */
export const GIVEN_WORDS: ReadonlySet<string> = new Set(
  'april august bill chase dawn drew faith fern frank grace grant hope ivy jack jasmine joy june lance lily mark may olive pat pearl rich rob rose ruby summer sue violet wade will'.split(
    ' ',
  ),
)
const LAST_NAMES: ReadonlySet<string> = new Set([...listed('LastName'), ...read('last-name')])
const DEMONYMS: ReadonlySet<string> = new Set(listed('Demonym'))
/** Words for whose something is. */
export const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your'])
/** Relatives, and others whom people have: what follows a person's genitive. */
export const KIN = read('kin')
/** Nouns for people whom a text leaves without a name ("sources", "those"): with a capital they only open a sentence. */
const NAMELESS = read('nameless')
/** Words for people in a body or crowd that no single person is called by. */
const CROWD = read('crowd')
/** Whom transcripts call by what they are there for: "host", "moderator", "unidentified male". */
const SPEAKING_ROLES = read('speaking-role')
/** Second halves of compounds that are no names ("London-based"). */
export const HYPHEN_ENDINGS = read('hyphen-ending')
/** Words with a capital that name nobody: faiths, languages, political leanings. */
const NO_NAMES = read('no-name')
const ORGANISATION_NAMES: ReadonlySet<string> = new Set([
  ...read('organisation-name'),
  ...listed('Organization', 'SportsTeam'),
])
/** What a name of something made stands behind: "the novel X", "the ship Y". */
export const WORKS = read('work')
const TIMES = read('time')
const DOCUMENTS = read('document')
/** With their plurals: taking the ending off a word of the text makes a new string each time. */
const DOCUMENT_WORDS = withPlurals(DOCUMENTS)
const PEOPLE = withPlurals([...NO_NAMES, ...DEMONYMS])

/** Particles inside people's names, in small letters. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de da das del della der den di do dos du bin bint ibn ben al el la le van von ter ten wa y zu'.split(' '),
)

/** What a name or noun ends in when something is its own. */
const GENITIVES: ReadonlySet<string> = new Set(["'", '’', "'s", '’s'])
const COMPASS: ReadonlySet<string> = new Set(
  'north south east west central northern southern eastern western upper lower inner outer greater new'.split(' '),
)

export function isGenitive(token: Token | undefined): boolean {
  return token !== undefined && GENITIVES.has(token.text)
}

function withPlurals(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap(word => [word, `${word}s`]))
}

export function isTime(token: Token): boolean {
  return TIMES.has(token.lower)
}

/** Whether somebody may have the title, in lower case, for a surname. */
export function isTitleSurname(title: string): boolean {
  return TITLE_SURNAMES.has(title)
}

/** Whether a title, with its point or without, is a form of address and no office. */
export function isHonorific(title: string | Token): boolean {
  if (typeof title !== 'string') return title.listed?.honorific !== undefined || isHonorific(title.lower)
  return HONORIFICS.has(title.toLowerCase().replace(/\.$/, ''))
}

/** @param word in lower case; its token, where there is one, so that a newsroom's words count */
export function isTitle(word: string | Token): boolean {
  if (typeof word !== 'string') return isListedTitle(word) || isTitle(word.lower)
  return TITLES.has(withoutPoint(word))
}

function isListedTitle({ listed }: Token): boolean {
  return listed !== undefined && (listed.title !== undefined || listed.honorific !== undefined)
}

/** Whether tokens `[from, to)` are one title, which `phrase` is in lower case. */
export function isTitlePhrase(tokens: readonly Token[], from: number, to: number, phrase: string): boolean {
  if (isTitle(phrase)) return true
  if (to <= from || tokens[from]?.listed === undefined) return false
  for (let i = from; i < to; i += 1) if (!isListedTitle(tokens[i] as Token)) return false
  return true
}

function withoutPoint(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word
}

/** Whether a word in small letters says what somebody is: "spokesman", "farmers", "goalkeeper". */
export function isRole(token: Token): boolean {
  return ROLES.has(token.lemma) || isRoleWord(token.lower) || token.listed?.role !== undefined
}

/** As {@link isRole}, by a word in lower case, or by no other form of a token. */
export function isRoleWord(word: string | Token): boolean {
  if (typeof word !== 'string') return word.listed?.role !== undefined || isRoleWord(word.lower)
  return ROLES.has(word)
}

/** Whether a noun is for something written or published that can say something: "report", "polls". */
export function isDocument({ lower, lemma, listed }: Token): boolean {
  // A capital at a sentence's start makes wink take "Polls" for a name, which has no lemma.
  return DOCUMENTS.has(lemma) || DOCUMENT_WORDS.has(lower) || listed?.document !== undefined
}

export function isOrganisationWord(token: Pick<Token, 'lower' | 'lemma' | 'listed'> | undefined): boolean {
  if (token === undefined) return false
  if (ORGANISATIONS.has(withoutPoint(token.lower)) || ORGANISATIONS.has(token.lemma)) return true
  return token.listed?.organisation !== undefined
}

/** Whether the phrase (lower case) is listed as an organisation. */
export function isOrganisationName(phrase: string): boolean {
  return ORGANISATION_NAMES.has(phrase)
}

/** Endings of what is no singular, where the lemma is another word. */
const PLURAL = /(?:s|men|people|children|folk|ni|ae)$/

/**
 * Whether a noun means one alone. Lemmas are spelt the American way: that "organiser" has another than itself does not make it several.
 */
export function isSingular({ lower, lemma, pos }: Token): boolean {
  return lower === lemma || (/^(?:NOUN|PROPN)$/.test(pos) && !PLURAL.test(lower))
}

/** Whether a word is for people in a body or crowd: "villagers", "police". */
export function isCrowd({ lower, listed }: Token): boolean {
  return CROWD.has(lower) || listed?.crowd !== undefined
}

/** Whether a phrase (lower case) is what a transcript calls a speaker by who has no name there. */
export function isSpeakingRole(phrase: string): boolean {
  return SPEAKING_ROLES.has(phrase)
}

/** Whether a word is for people whom a text leaves without a name: "sources", "insiders", "those". */
export function isNameless({ lower, listed }: Token): boolean {
  return NAMELESS.has(lower) || listed?.unnamed !== undefined
}

/** A nationality, faith, language or leaning by itself: "Indian", "Muslims", "Republican". */
export function isPeople({ lower }: Pick<Token, 'lower'>): boolean {
  return PEOPLE.has(lower)
}

export function isDemonym({ lower }: Pick<Token, 'lower'>): boolean {
  return DEMONYMS.has(lower)
}

/** First words of places of several words: no other word begins a phrase that needs to be looked up. */
const PLACE_OPENINGS: ReadonlySet<string> = new Set(
  [...PLACES].filter(phrase => phrase.includes(' ')).map(phrase => phrase.slice(0, phrase.indexOf(' '))),
)

/** Whether a listed place of several words begins with the word (lower case). */
export function opensPlaceName(word: string): boolean {
  return PLACE_OPENINGS.has(word)
}

/** Whether the phrase (lower case) is listed as a place. */
export function isPlaceName(phrase: string): boolean {
  return PLACES.has(phrase)
}

export function isCompass(token: Token): boolean {
  return COMPASS.has(token.lower)
}

export function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word)
}

/** Whether a label or list can open somebody's name with the word (lower case): there words that are also given names mostly are. */
export function opensPersonName(word: string): boolean {
  return isFirstName(word) || GIVEN_WORDS.has(word) || !isCommon(word)
}

export function isLastName(word: string): boolean {
  return LAST_NAMES.has(word)
}

/** Whether a word (lower case) is an ordinary one, listed or a plural of those who do or are something. */
export function isCommon(word: string): boolean {
  return (
    COMMON_WORDS.has(word) ||
    (word.length >= 8 && word.endsWith('s') && /(?:ers|ors|ists|ants|ents|ians|ives|ees)$/.test(word))
  )
}

export function hasTag(phrase: string, wanted: readonly GazetteerTag[]): boolean {
  const tags = GAZETTEER.get(phrase)
  return tags !== undefined && wanted.some(tag => tags.has(tag))
}

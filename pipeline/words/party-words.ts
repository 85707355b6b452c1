import { readWordList } from '../word-list.ts'

/*
 * Words for who can be accused and who answers, for replies across articles. What may stand in a list and why is said at each.
 */

const list = (name: string) => readWordList(new URL(`../lexicon/${name}.txt`, import.meta.url))
const ofEntities = (name: string) => readWordList(new URL(`../entities/lexicon/${name}.txt`, import.meta.url))

/** Nouns for people who can be accused or answer: offices and occupations, and some in the plural that news has ("the neighbours"). */
export const PERSON_NOUNS: ReadonlySet<string> = new Set([...ofEntities('role'), ...list('party-person')])

/** Nouns for bodies, written small: "the company", "the board" denies. */
export const BODY_NOUNS: ReadonlySet<string> = list('party-body')

/** Last words of bodies' names: "Harrow Holdings" is a body where "Harrow Lee" is a person. */
export const BODY_NAMES: ReadonlySet<string> = new Set([...ofEntities('organisation'), ...BODY_NOUNS])

/** What any company may be called once it has been named: "Nile Grid … the operator". */
export const ANY_COMPANY: ReadonlySet<string> = list('any-company')

/** Who speaks for others by profession, so that their words answer for whom they speak: "a spokeswoman for the bank". */
export const SPEAKS_FOR =
  /\b(?:spokes(?:man|woman|person|people)|press (?:officer|secretary|office)|representatives?|(?:media )?aide|publicist|mouthpiece)\b/iu
/** Who speaks for the accused before a court, whom they need not name: "defending, Ann Lee KC". */
export const LAWYER =
  /\b(?:lawyers?|attorneys?|solicitors?|barristers?|advocate|counsel|KC|QC|SC|defending|mitigating)\b/u

/**
 * What is wrong to do, each with its kind: to say so of somebody is to accuse them ("rigged the tender"). A kind, a tab, and a phrase of
 * verbs and nouns in their first form; words of a phrase may have others between them.
 */
export const WRONGDOING: readonly { readonly kind: string; readonly phrase: string }[] = [...list('wrongdoing')].map(
  line => {
    const [kind = '', phrase = ''] = line.split('\t')
    return { kind, phrase }
  },
)

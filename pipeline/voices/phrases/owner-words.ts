import type { Mention, Voice } from '../../../src/domain/layers.ts'
import type { VoiceReading } from '../voice-reading.ts'
import { type PhraseWord, phraseKey, wordsOfPhrase } from './phrase-words.ts'
import { readBody, readPerson } from './read-phrase.ts'
import { readBesideBody } from './read-surroundings.ts'
import { typeOfName } from './type-lexicon.ts'
import { wordsOfGrounded, wordsWithin } from './voice-words.ts'

/** Bodies and people are introduced early: the surroundings of later mentions are not looked at. */
const MOST_MENTIONS = 12

const bodiesOfArticles = new WeakMap<VoiceReading['entities'], ReadonlyMap<string, PhraseWord[]>>()

/**
 * The words that say what a body of the article is, where its name does not ("the utility" of "Nile Grid"), and what a person
 * is whom others work for ("Rep." of "Lee").
 */
function wordsForBody(reading: VoiceReading, name: string): PhraseWord[] | null {
  const known = bodiesOfArticles.get(reading.entities) ?? readBodies(reading)
  bodiesOfArticles.set(reading.entities, known)
  return known.get(name) ?? null
}

/** Once for an article: every voice may belong to any body. */
function readBodies({
  tokens: { tokens },
  entities: { mentions },
  sources: { chains },
}: VoiceReading): ReadonlyMap<string, PhraseWord[]> {
  const found = new Map<string, PhraseWord[]>()
  for (const { name, type, mentions: own } of chains) {
    if (type === 'person') {
      const words = wordsOfPerson(
        tokens,
        name,
        own.slice(0, MOST_MENTIONS).map(i => mentions[i] as Mention),
      )
      for (const key of words === null ? [] : [name, name.slice(name.lastIndexOf(' ') + 1)])
        found.set(key, words as PhraseWord[])
    }
    if (type !== 'organisation' || readBody(wordsOfPhrase(name)) !== null) continue
    for (const i of own.slice(0, MOST_MENTIONS)) {
      const span = readBesideBody(tokens, mentions, mentions[i] as Mention)?.span ?? null
      if (span === null) continue
      found.set(name, wordsWithin(tokens, span))
      break
    }
  }
  return found
}

/** Words that say what whom they belong to is; of a body that is meant by a pronoun ("its director"), its name. */
export function wordsOfAffiliation(reading: VoiceReading, affiliation: Voice['affiliation']): PhraseWord[] {
  if (affiliation === null) return []
  const told = wordsForBody(reading, affiliation.value)
  if (told !== null) return told
  const own = wordsOfGrounded(reading.tokens.tokens, affiliation)
  return own.map(({ key }) => key).join(' ') === phraseKey(affiliation.value) ? own : wordsOfPhrase(affiliation.value)
}

/** The title of somebody, or their whole name where that is known. */
function wordsOfPerson(
  tokens: VoiceReading['tokens']['tokens'],
  name: string,
  mentions: readonly Mention[],
): PhraseWord[] | null {
  if (typeOfName(name) !== null) return wordsOfPhrase(name)
  const title = mentions.find(({ role }) => role !== null)?.role
  if (title == null) return null
  const words = wordsWithin(tokens, title)
  return readPerson(words) === null ? null : words
}

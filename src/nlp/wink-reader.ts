import languageModel from 'wink-eng-lite-web-model'
import winkNLP, { type Document, type ItemToken, type Model } from 'wink-nlp'
import { WordReadings } from './word-readings.ts'

/** The part of wink-nlp's language model in which it remembers every word it has met: `list[hash[word]] === word`. */
interface Lexemes {
  readonly list: readonly string[]
  readonly hash: Record<string, number>
}

/** New words after which a reader is given up for a fresh one, so that memory stays bounded whatever is read. */
const MOST_NEW_WORDS = 50_000
/** Words that wink-nlp splits and tags alike whether it has met them before or not. */
const PLAIN_WORD = /^(?:[A-Za-z]+|\d+)$/

interface Reader {
  readonly nlp: ReturnType<typeof winkNLP>
  readonly lexemes: Lexemes
  readonly words: WordReadings
  /** How many words came with the language model. */
  readonly own: number
  /** Index in the list before which every word has been looked at. */
  checked: number
}

/** A document with the words of the reader that read it: another reader numbers words otherwise. */
export interface ReadDocument {
  readonly document: Document
  readonly words: WordReadings
}

let reader = openReader()

/** What to ask a document's tokens for. */
export const { its } = reader.nlp

/**
 * Reads a text with wink-nlp, to the same tokens whatever was read before. wink-nlp itself takes a run of characters
 * that once became a token ("Clinton's" beside a dash) for one token in every later text; those runs are forgotten here
 * before each reading.
 */
export function readDocument(text: string): ReadDocument {
  if (reader.lexemes.list.length - reader.own > MOST_NEW_WORDS) reader = openReader()
  forgetOddWords(reader)
  return { document: reader.nlp.readDoc(text), words: reader.words }
}

function openReader(): Reader {
  const core = (languageModel.core as () => { features: { lexeme: Lexemes } })()
  const model = { ...languageModel, core: () => core } as unknown as Model
  const lexemes = core.features.lexeme
  const own = lexemes.list.length
  // Only what the stages use: named entities and sentiment would cost a third more.
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const words = new WordReadings(nlp.its, word => {
    const read: ItemToken[] = []
    nlp
      .readDoc(word)
      .tokens()
      .each((token: ItemToken) => read.push(token))
    return read
  })
  return { nlp, lexemes, words, own, checked: own }
}

function forgetOddWords(reader: Reader): void {
  const { list, hash } = reader.lexemes
  for (; reader.checked < list.length; reader.checked += 1) {
    const word = list[reader.checked] as string
    if (!PLAIN_WORD.test(word)) delete hash[word]
  }
}

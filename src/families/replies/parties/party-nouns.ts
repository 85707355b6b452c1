import { BODY_NOUNS, PERSON_NOUNS } from '../../../../pipeline/words/party-words.ts'

/** A noun for a person or body that a word is a form of. */
export interface PartyNoun {
  readonly noun: string
  readonly isPlural: boolean
}

/** Every form that the nouns have, since every word of every article is looked up here. */
const FORMS: ReadonlyMap<string, PartyNoun> = listForms()

/**
 * The noun that a word in small letters is a form of: its plural, its genitive, an "ex-director".
 *
 * @example
 * nounIn("authorities'") // → { noun: 'authority', isPlural: true }
 */
export function nounIn(folded: string): PartyNoun | null {
  const form = FORMS.get(folded)
  if (form !== undefined) return form
  if (folded.includes("'")) return FORMS.get(folded.replace(/'s?$/u, '')) ?? null
  return folded.includes('-') ? (FORMS.get(folded.replace(/^(?:ex|co|vice|deputy)-/u, '')) ?? null) : null
}

function listForms(): Map<string, PartyNoun> {
  const nouns = [...PERSON_NOUNS, ...BODY_NOUNS]
  const forms = new Map<string, PartyNoun>()
  for (const noun of nouns)
    for (const plural of [`${noun}s`, `${noun}es`, noun.replace(/y$/u, 'ies'), noun.replace(/man$/u, 'men')])
      if (plural !== noun) forms.set(plural, { noun, isPlural: true })
  for (const noun of nouns) forms.set(noun, { noun, isPlural: false })
  return forms
}

import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import type { FormAttribution } from './form.ts'
import { trimContent } from './label.ts'

/** "Sir, ", "Dear Editor – ", "To the editor:". */
const SALUTATION =
  /^(?<salutation>(?:Dear )?(?:Sirs?|Madam|Sir or Madam|Sir\/Madam|Editor|Editors|Mr Editor)|To the [Ee]ditor|Dear \p{Lu}\p{Ll}+)\s?(?:[,:]|\s[–—-])/u
const CLOSING = /^(?:Yours|Sincerely|Faithfully|(?:Kind|Best|Warm) regards|Respectfully)\b/u
/** "Edna Crisp", "Edna Crisp, Selby", "EDNA CRISP", "Dr Edna Crisp". */
const SIGNER =
  /^[—–-]?\s?(?<name>\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.’'-]*|de|van|von|al)){1,3})(?:,\s[^.!?]{1,60})?$/u
/** A letter to the editor has no more paragraphs. */
const MOST_PARAGRAPHS = 12

/** Letters: the words between a salutation and the name that signs them. */
export function findLetters(text: string, { paragraphs }: TokensLayer): FormAttribution[] {
  const found: FormAttribution[] = []
  for (let i = 0; i < paragraphs.length; i += 1) {
    const line = paragraphs[i] as Span
    const opening = text.slice(line.start, Math.min(line.end, line.start + 60))
    const match = SALUTATION.exec(opening)
    if (match === null) continue
    const end = findSigner(text, paragraphs, i)
    if (end === null) continue
    const content = trimContent(text, { start: line.start + match[0].length, end: (paragraphs[end.last] as Span).end })
    if (content !== null) {
      const { salutation = '' } = match.groups ?? {}
      const cue = { start: line.start, end: line.start + salutation.length }
      found.push({ form: 'letter', source: end.name, cue, cueLemma: salutation.toLowerCase(), content: [content] })
    }
    i = end.at
  }
  return found
}

/** Who signs a letter, and the last paragraph of its words. */
function findSigner(
  text: string,
  paragraphs: readonly Span[],
  first: number,
): { readonly name: Span; readonly at: number; readonly last: number } | null {
  let last = first
  for (let i = first + 1; i < Math.min(paragraphs.length, first + MOST_PARAGRAPHS); i += 1) {
    const { start, end } = paragraphs[i] as Span
    const words = text.slice(start, Math.min(end, start + 120))
    if (CLOSING.test(words)) continue
    const name = SIGNER.exec(words)?.groups?.name
    if (name !== undefined) {
      const from = start + words.indexOf(name)
      return { name: { start: from, end: from + name.length }, at: i, last }
    }
    last = i
  }
  return null
}

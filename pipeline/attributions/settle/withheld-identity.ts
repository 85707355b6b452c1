import { sliceOf } from '../../../src/domain/span.ts'
import type { UnlinkedAttribution } from '../found.ts'

const WITHHELD =
  /\b(?:anonym(?:ity|ous(?:ly)?)|not (?:to )?be(?:ing)? (?:further )?(?:identified|named|quoted)|not (?:to )?(?:identify|name|quote)|(?:he|she|they) (?:is|are|was|were) not (?:identified|named|quoted)|(?:not|(?:did|does|do)n['’]t) (?:want|wish)(?:ing)? to be (?:identified|named|quoted)|(?:declin|refus)(?:e|es|ed|ing) (?:to be (?:identified|named)|to (?:give|disclose|reveal) (?:his|her|their) (?:full )?(?:names?|identit(?:y|ies)))|(?:names?|identit(?:y|ies)) (?:not )?be (?:not )?(?:changed|disclosed|printed|published|revealed|used|withheld))\b/iu

/** Who says one of these about names speaks of terms; "reported that it had received it anonymously" does not. */
const ASKING: ReadonlySet<string> = new Set([
  'agree',
  'ask',
  'choose',
  'decline',
  'demand',
  'insist',
  'prefer',
  'promise',
  'refuse',
  'request',
  'require',
  'seek',
  'speak',
  'talk',
  'want',
  'wish',
])

/** The words that tell so open the content or end the cue; later ones are about something else. */
const OPENING = 60

/**
 * Whether an attribution tells on what terms somebody spoke ("asked not to be named", "requested anonymity"), which
 * the ledger of anonymous sources records and which is no claim of its own.
 */
export function withholdsIdentity(text: string, { cue, cueLemma, content, act }: UnlinkedAttribution): boolean {
  if (act === 'no-comment' || !ASKING.has(cueLemma)) return false
  const words = [...cue, ...content].map(span => sliceOf(text, span))
  const opening = [words.slice(0, cue.length).join(' '), words.slice(cue.length).join(' ').slice(0, OPENING)].join(' ')
  return WITHHELD.test(opening.replaceAll(/\s+/gu, ' '))
}

/**
 * How a quotation without a cue of its own is given to somebody, as data: the id that evidence names and policies can ask for, the
 * reason in words, and the share of such claims that are right, by the few that PolNeAR train has and drawn down where it has
 * hardly any. Where a claim goes on from another, that share is of those whose other claim is right.
 */
export const OWNERSHIP = {
  'quotation-goes-on': {
    reason: 'A quotation that is a sentence by itself goes on with the speaker of the words before it.',
    confidence: 0.85,
  },
  'quotation-goes-on-paragraph': {
    reason: 'A paragraph that is all quotation goes on with the speaker of the paragraph before.',
    confidence: 0.8,
  },
  'quotation-takes-turn': {
    reason:
      'Somebody asks and somebody answers: quotations by themselves that ask are the one’s, the others the other’s.',
    confidence: 0.75,
  },
  'quotation-before-speaker': {
    reason: 'A quotation that is a sentence by itself is of whoever speaks right after it.',
    confidence: 0.6,
  },
  'quotation-after-message': {
    reason: 'The words before the quotation name whose message, advice or answer it is.',
    confidence: 0.85,
  },
  'quotation-after-manner': {
    reason: 'The sentence before the quotation says how its subject spoke or felt.',
    confidence: 0.75,
  },
  'quotation-after-colon': {
    reason: 'A colon leads from what somebody did to the words.',
    confidence: 0.7,
  },
  'quotation-after-person': {
    reason: 'The sentence before the quotation is about one person alone.',
    confidence: 0.6,
  },
  'quotation-before-pointing': {
    reason: 'The sentence after the quotation points back at it and says whose words it holds.',
    confidence: 0.8,
  },
  'quotation-before-person': {
    reason: 'The sentence after the quotation, in its paragraph, is about one person alone.',
    confidence: 0.55,
  },
  'quotation-unstated': {
    reason: 'Words in quotation marks make a sentence of their own, and the text does not say whose they are.',
    confidence: 0.5,
  },
} as const satisfies Readonly<Record<string, { readonly reason: string; readonly confidence: number }>>

export type OwnershipRule = keyof typeof OWNERSHIP

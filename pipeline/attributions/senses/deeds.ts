import type { Sense } from './sense.ts'

/** What courts, keepers and players do to somebody, without a word. */
export const DEEDS: readonly Sense[] = [
  {
    id: 'pass-sentence',
    // The lemma of "fined" is not always right.
    cue: ['sentence', 'jail', 'imprison', 'fine', 'fin', 'convict', 'acquit', 'remand', 'block', 'quash'],
    content: 'any',
    reason: 'What a court does to somebody is an act, and no words of it.',
    examples: {
      yes: [
        '[source The judge] [cue sentenced] [content him to nine years].',
        '[source The jury] [cue convicted] [content him of fraud].',
        '[source A court] [cue fined] [content the firm $2 million].',
        '[source A judge] [cue remanded] [content him in custody].',
        '[source A federal court] [cue blocked] [content the law].',
      ],
      no: [
        '[source The judge] [cue ruled] [content that he was guilty].',
        '[source The judge] [cue told] [content him to go].',
      ],
    },
  },
  {
    id: 'dismiss-staff',
    cue: ['dismiss'],
    content: 'staff',
    reason: 'Who is sent away is contradicted in nothing.',
    examples: {
      yes: ['[source The judge] [cue dismissed] [content the jury].'],
      no: [
        '[source The judge] [cue dismissed] [content the claim].',
        '[source She] [cue dismissed] [content her critics].',
      ],
    },
  },
  {
    id: 'let-go',
    cue: ['release'],
    content: 'thing',
    but: ['detail', 'figure', 'finding', 'result', 'statement'],
    reason: 'Something or somebody is let go; no words are given.',
    examples: {
      yes: [
        '[source Police] [cue released] [content the two men].',
        '[source The band] [cue released] [content a record].',
      ],
      no: ['[source The bank] [cue released] [content details of the loan].'],
    },
  },
  {
    id: 'withhold',
    cue: ['deny', 'refuse'],
    content: { given: 'withheld' },
    reason: 'Somebody is kept from something; nothing is called untrue.',
    examples: {
      yes: [
        '[source The keeper] [cue denied] [content Marsh a second goal].',
        '[source The guard] [cue denied] [content her entry to the hall].',
        '[source The judge] [cue denied] [content bail].',
      ],
      no: [
        '[source The firm] [cue denied] [content the report].',
        '[source The firm] [cue denied] [content that it had access].',
        '[source The firm] [cue denied] [content theft of water].',
      ],
    },
  },
  {
    id: 'deny-somebody',
    cue: ['deny'],
    content: 'somebody',
    reason: 'Somebody is kept from something; nobody is called untrue.',
    examples: {
      yes: [
        '[source The keeper] [cue denied] [content Osei twice].',
        '[source The post] [cue denied] [content him].',
        '[source The bar] [cue denied] [content Bela Osei from ten yards].',
      ],
      no: [
        '[source The firm] [cue denied] [content it].',
        '[source The firm] [cue denied] [content Osei took bribes].',
        '[source The firm] [cue denied] [content Osei’s account].',
      ],
    },
  },
  {
    id: 'award-prize',
    cue: ['award'],
    content: 'any',
    reason: 'What is given are no words.',
    examples: {
      yes: ['[source The tribunal] [cue awarded] [content her damages].'],
      no: ['[source The tribunal] [cue found] [content she was right].'],
    },
  },
  {
    id: 'concede-point',
    cue: ['concede'],
    content: 'yielded',
    reason: 'A goal or a point is lost, nothing is admitted.',
    examples: {
      yes: ['[source Rovers] [cue conceded] [content a late penalty].'],
      no: [
        '[source The premier] [cue conceded] [content defeat].',
        '[source She] [cue conceded] [content the point was fair].',
      ],
    },
  },
  {
    id: 'press-for-goal',
    cue: ['press', 'push', 'appeal'],
    particle: 'for',
    content: 'sought',
    reason: 'A team plays for a goal, and asks for nothing.',
    examples: {
      yes: [
        '[source Town] [cue pushed for] [content a winner].',
        '[source The striker] [cue appealed for] [content a penalty].',
      ],
      no: ['[source The union] [cue pushed for] [content a ban].', '[source She] [cue appealed for] [content calm].'],
    },
  },
  {
    id: 'announce-arrival',
    cue: ['announce'],
    content: 'shown',
    reason: 'Who shows that he is there does it by deeds.',
    examples: {
      yes: ['[source Osei] [cue announced] [content his arrival with a volley].'],
      no: ['[source Osei] [cue announced] [content his retirement].'],
    },
  },
]

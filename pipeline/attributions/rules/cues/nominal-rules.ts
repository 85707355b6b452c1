import type { CueRule } from '../cue-rule.ts'

/** Cues that are nouns of saying, whose content is a clause: "his claim that …". */
export const NOMINAL_RULES = [
  {
    id: 'nominal-said-that-clause',
    cue: [
      'accusation',
      'admission',
      'allegation',
      'announcement',
      'assertion',
      'assurance',
      'boast',
      'claim',
      'complaint',
      'confession',
      'contention',
      'finding',
      'forecast',
      'insinuation',
      'insistence',
      'pledge',
      'prediction',
      'promise',
      'statement',
      'threat',
      'vow',
      'warning',
    ],
    // Before "that", the tagger takes some of them for verbs.
    pos: 'any',
    match: 'owner cue that clause',
    confidence: 0.9,
    reason: 'A noun for what is said, not only thought, with its owner and a that-clause ("his warning that …").',
    examples: {
      yes: [
        '[source His] [cue claim] [content that taxes fell].',
        "Few heard of [source the bank's] [cue warning] [content that rents would rise].",
      ],
      no: ['She repeated her claim that taxes fell.', 'He claims that taxes fell.'],
    },
  },
  {
    id: 'nominal-by-source-that-clause',
    cue: 'nominal',
    pos: 'any',
    match: 'cue by|from teller that clause',
    confidence: 0.91,
    reason: 'A noun of saying, who says it behind "by" or "from", and a that-clause ("a warning by the bank that …").',
    examples: {
      yes: [
        'Few liked a [cue suggestion] by [source Mayor Aldo Renn] [content that the trams would return].',
        'Few heard the [cue warning] from [source doctors] [content that masks would run out].',
      ],
      no: ['The claim form from the bank that he sent was lost.', 'A view from the bridge that they built.'],
    },
  },
  {
    id: 'nominal-that-clause',
    cue: 'nominal',
    pos: 'noun',
    match: 'possessor cue that clause',
    confidence: 0.25,
    reason: 'A noun of saying with its owner and a that-clause ("his claim that …").',
    examples: {
      yes: ['Voters share [source his] [cue fear] [content that taxes will rise].'],
      no: ['Voters doubt the claim form that he sent.'],
    },
  },
] as const satisfies readonly CueRule[]

import type { CueRule } from './cue-rule.ts'

/** Cues that are nouns of saying, whose content is a clause: "his claim that …". */
export const NOMINAL_RULES = [
  {
    id: 'nominal-said-that-clause',
    cue: [
      'accusation',
      'allegation',
      'announcement',
      'assertion',
      'claim',
      'complaint',
      'finding',
      'pledge',
      'prediction',
      'promise',
      'statement',
      'threat',
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

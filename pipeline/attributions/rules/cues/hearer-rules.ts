import type { CueRule } from '../cue-rule.ts'

/** Passives of telling: the subject is who hears it, whoever tells it stands behind "by" or is left out. */
export const HEARER_RULES = [
  {
    id: 'hearer-asked-by-source',
    cue: 'hearer',
    match: 'hearer cue by source when? wh rest',
    voice: 'passive',
    confidence: 0.8,
    reason: 'Somebody is asked or told something that a question word opens, and the text says by whom.',
    examples: {
      yes: ['[addressee He] [cue was asked] by [source reporters] [content whether he would resign].'],
      no: ['He was asked by reporters.'],
    },
  },
  {
    id: 'hearer-told-by-source-quotation',
    cue: 'hearer',
    match: 'hearer cue by source when? ,|:? quotation more?',
    voice: 'passive',
    confidence: 0.75,
    reason: 'Somebody is told a quotation, and the text says by whom.',
    examples: {
      yes: ['[addressee He] [cue was told] by [source the guard]: [content “Get out.”]'],
      no: ['He was told off by the guard.'],
    },
  },
  {
    id: 'hearer-told-by-source',
    cue: 'hearer',
    match: 'hearer cue by source when? ,? that? infinitive|clause',
    voice: 'passive',
    confidence: 0.7,
    reason: 'Somebody is told something, and the text says by whom.',
    examples: {
      yes: [
        '[addressee Ms. Boateng] [cue was advised] by [source her lawyer] [content to say nothing].',
        '[addressee Passengers] [cue had been told] by [source the airline] on Monday [content that the flight was cancelled].',
      ],
      no: ['The boat was warned off by the coast guard.'],
    },
  },
  {
    id: 'hearer-asked',
    cue: 'hearer',
    match: 'hearer cue when? wh rest',
    voice: 'passive',
    confidence: 0.8,
    reason: 'Somebody is asked or told something that a question word opens, the text does not say by whom.',
    examples: {
      yes: ['[addressee The jury] [cue was told] [content how the fire began].'],
      no: ['The jury asked how the fire began.'],
    },
  },
  {
    id: 'hearer-told-quotation',
    cue: 'hearer',
    match: 'hearer cue when? ,|:? quotation more?',
    voice: 'passive',
    confidence: 0.6,
    reason: 'Somebody is told a quotation, the text does not say by whom.',
    examples: {
      yes: ['[addressee He] [cue was told]: [content “Get out.”]'],
      no: ['He told them: “Get out.”'],
    },
  },
  {
    id: 'hearer-told-infinitive',
    cue: 'hearer',
    match: 'hearer cue when? infinitive',
    voice: 'passive',
    confidence: 0.6,
    reason: 'Somebody is told to do something, the text does not say by whom.',
    examples: {
      yes: [
        '[addressee Villagers] [cue have been warned] [content not to drink from the well].',
        '[addressee Pupils] [cue were told] on Friday [content to stay at home].',
      ],
      no: [
        'The crew told the ship to stop.',
        'The tale was told to children.',
        'A new inquiry was ordered to find out why.',
      ],
    },
  },
  {
    id: 'hearer-told-that-clause',
    cue: 'hearer',
    match: 'hearer cue when? ,? that ,? clause',
    voice: 'passive',
    confidence: 0.65,
    reason: 'Somebody is told that something is so, the text does not say by whom.',
    examples: {
      yes: ['[addressee Ms. Boateng] [cue was told] on Friday [content that her flat had burned].'],
      no: ['The tale was told to children.'],
    },
  },
  {
    id: 'hearer-told-clause',
    cue: ['assure', 'inform', 'promise', 'remind', 'tell', 'warn'],
    match: 'hearer cue clause',
    voice: 'passive',
    confidence: 0.5,
    reason: 'Somebody is told something; "that" is left out, and by whom.',
    examples: {
      yes: ['[addressee The crew] [cue was told] [content the ship had been sold].'],
      no: ['The crew was told and left.', 'The crew was warned as the ship sank.'],
    },
  },
  {
    id: 'quotation-hearer-told-by-source',
    cue: 'hearer',
    match: 'quotation ,? hearer cue by source when? end',
    voice: 'passive',
    confidence: 0.75,
    reason: 'A quotation before whoever is told it, and the text says by whom.',
    examples: {
      yes: ['[content “Get out of here,”] [addressee he] [cue was told] by [source the guard].'],
      no: ['“Get out of here,” he said.'],
    },
  },
  {
    id: 'quotation-hearer-told',
    cue: 'hearer',
    match: 'quotation ,? hearer cue when? end',
    voice: 'passive',
    confidence: 0.75,
    reason: 'A quotation before whoever is told it, the text does not say by whom.',
    examples: {
      yes: ['[content “You are not welcome here,”] [addressee she] [cue was told].'],
      no: ['“You are not welcome here,” she told them.'],
    },
  },
  {
    id: 'clause-hearer-told',
    cue: 'hearer',
    match: 'clause , hearer cue when? end',
    voice: 'passive',
    confidence: 0.5,
    reason: 'A clause before whoever is told it, the text does not say by whom.',
    examples: {
      yes: ['[content The driver had fled], [addressee the court] [cue was told].'],
      no: ['The driver had fled, the court said.'],
    },
  },
] as const satisfies readonly CueRule[]

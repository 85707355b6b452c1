import type { CueRule } from '../cue-rule.ts'

/** Verbs with which a headline names its source last; some are nouns to the tagger. */
const LAST_VERBS = [
  'admit', 'allege', 'announce', 'argue', 'believe', 'claim', 'confirm', 'declare', 'fear', 'find', 'insist', 'report',
  'reveal', 'rule', 'say', 'suggest', 'tell', 'warn',
] // biome-ignore format: a word list reads better unbroken

/** Headlines: clipped, in the present tense, the source at an end. */
export const HEADING_RULES = [
  {
    id: 'heading-clause-cue-source',
    cue: LAST_VERBS,
    pos: 'any',
    where: 'heading',
    match: 'fragment , cue speaker',
    confidence: 0.85,
    reason: 'A headline that ends with a verb of speech and its source.',
    examples: {
      yes: [
        '[content Library closures ‘a betrayal’], [cue say] [source campaigners] as council backs cuts',
        '[content Tunnel to cost twice as much], [cue says] [source report]',
      ],
      no: ['Rivers rise, find new ways to the sea'],
    },
  },
  {
    id: 'heading-clause-source-cue',
    cue: LAST_VERBS,
    pos: 'any',
    where: 'heading',
    match: 'fragment , speaker cue when? end',
    confidence: 0.9,
    reason: 'A headline that ends with its source and a verb of speech.',
    examples: {
      yes: [
        '[content Rates to stay high until 2027], [source bank governor] [cue warns]',
        '[content Council ‘ignored warnings’ about dam], [source engineers] [cue claim]',
      ],
      no: ['Tunnel floods, commuters claim refunds for lost days'],
    },
  },
  {
    id: 'heading-speaker-colon',
    cue: [':'],
    pos: 'any',
    where: 'heading',
    match: 'start firstspeaker cue verbal',
    confidence: 0.9,
    reason: 'A headline names a role or body before its colon who says the rest.',
    examples: {
      yes: [
        '[source Fire chief][cue :] [content Old quay will shut in June]',
        '[source Transport ministry][cue :] [content Tunnel is safe]',
        '[source Study][cue :] [content Bats prefer old barns]',
      ],
      no: [
        'Weather: Heavy rain will hit the coast',
        'Election diary: The man who lost his shoes',
        'Live: Station is shut',
        'Book review: The coach who wept',
      ],
    },
  },
  {
    id: 'heading-quotation-colon',
    cue: [':', '–', '—'],
    pos: 'any',
    where: 'heading',
    match: 'start spoken cue speaker',
    confidence: 0.85,
    reason: 'A headline’s quotation before a colon or a dash is said by whoever follows it.',
    examples: {
      yes: [
        '[content “We were a disgrace”][cue :] [source Harbour coach] blasts players',
        '[content ‘We will not sell’][cue :] [source mayor] on the harbour plan',
        '[content ‘Never again’] [cue –] [source survivors] mark ferry fire',
      ],
      no: ['“The Long Walk”: a film to see this week', '“Salt and Sea”: Harrow director returns'],
    },
  },
  {
    id: 'heading-clause-dash-source',
    cue: ['-', '–', '—', '--', ':'],
    pos: 'any',
    where: 'heading',
    match: 'fragment cue lastspeaker',
    confidence: 0.9,
    reason: 'A headline names behind its dash or colon who says so.',
    examples: {
      yes: [
        '[content Bridge unsafe for lorries] [cue –] [source engineers]',
        '[content Man held after attack in Selby] [cue -] [source police]',
        '[content Water is safe to drink][cue :] [source officials]',
        '[content No more cuts, no new taxes] [cue —] [source health minister]',
      ],
      no: [
        'Bridge unsafe for lorries – Selby Echo',
        'A long night at sea – review',
        'Floods in Selby – in pictures',
        'Five things to see: a guide',
      ],
    },
  },
] as const satisfies readonly CueRule[]

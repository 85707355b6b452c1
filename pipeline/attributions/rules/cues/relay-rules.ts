import type { CueRule } from '../cue-rule.ts'

/** Speech that somebody else passes on: who is quoted is the source, who quotes is a hop on the way to the article. */
export const RELAY_RULES = [
  {
    id: 'relay-quoted-saying',
    cue: ['cite', 'quote'],
    match: 'relay cue quoted saying addressee? when? when? ,|:? that? quotation|clause more?',
    // The tagger takes "quotes" for a noun.
    pos: 'any',
    act: 'statement',
    confidence: 0.9,
    reason: 'Somebody quotes or cites another as saying something: it is said by who is quoted.',
    examples: {
      yes: [
        'The agency [cue quoted] [source a harbour pilot] [cue as saying] [content that the ferry had listed].',
        'State radio [cue cited] [source doctors] [cue as saying] [content four people had died].',
        'Lawyers [cue quoted] [source him] [cue as having boasted] [content that he would win].',
        'The agency [cue quoted] [source the bank] [cue as saying in a statement] on Sunday [content that it was solvent].',
        'Police [cue quoted] [source the driver] [cue as having said] [content he had not slept].',
        'The paper [cue quotes] [source Ms Okoro, the auditor], [cue as telling] [addressee the board]: [content “Stop paying.”]',
      ],
      no: [
        'The agency quoted a price as low as saying nothing.',
        'Critics cited the dam as proof that money is wasted.',
      ],
    },
  },
  {
    id: 'quotation-relay-quoted-saying',
    cue: ['cite', 'quote'],
    match: 'quotation ,? relay cue quoted saying addressee? when? end',
    act: 'statement',
    confidence: 0.9,
    reason: 'A quotation that somebody passes on: it is said by who is quoted.',
    examples: {
      yes: ['[content “There is no deal,”] state television [cue quoted] [source the envoy] [cue as saying].'],
      no: ['“There is no deal,” the envoy said, and quoted a proverb.'],
    },
  },
  {
    id: 'clause-relay-quoted-saying',
    cue: ['cite', 'quote'],
    match: 'clause , relay cue quoted saying addressee? when? end',
    act: 'statement',
    confidence: 0.88,
    reason: 'A clause that somebody passes on: it is said by who is quoted.',
    examples: {
      yes: ['[content The bridge is shut], the agency [cue quoted] [source a guard] [cue as saying] on Monday.'],
      no: ['The bridge is shut, the agency said.'],
    },
  },
  {
    id: 'quoted-saying',
    cue: ['cite', 'quote', 'report'],
    match: 'source cue saying addressee? when? when? ,|:? that? quotation|infinitive|clause more?',
    voice: 'passive',
    act: 'statement',
    confidence: 0.9,
    reason: 'Somebody is quoted as saying something.',
    examples: {
      yes: [
        '[source The minister] [cue was quoted as saying] [content that talks would go on].',
        '[source The coach] [cue is quoted as saying]: [content “We were poor.”]',
        '[source The general] [cue was reported as telling] [addressee troops] [content to hold on].',
      ],
      no: ['The minister was quoted at length.'],
    },
  },
  {
    id: 'quoted-by-relay-saying',
    cue: ['cite by', 'quote by', 'quote in'],
    match: 'source cue relay when? saying addressee? when? when? ,|:? that? quotation|clause more?',
    voice: 'passive',
    act: 'statement',
    confidence: 0.88,
    reason: 'Somebody is quoted as saying something, and the text says who quotes them.',
    examples: {
      yes: [
        '[source He] [cue was quoted by] state media on Friday [cue as saying] [content that “the fire is out”].',
        '[source Witnesses] [cue were quoted by] the broadcaster [cue as saying] [content the crowd had pushed through the gates].',
      ],
      no: ['The figures were quoted by the bank as proof.'],
    },
  },
  {
    id: 'told-relay-which-reported',
    cue: ['tell'],
    match: 'source cue relay , which first? reported|reports|said|wrote when? that? clause',
    confidence: 0.8,
    reason: 'Somebody tells a paper something, which the paper passes on.',
    examples: {
      yes: [
        '[source Ms. Boateng] [cue told] the Evening Post, which reported on Sunday [content that the mill would close].',
      ],
      no: ['Ms. Boateng told the Evening Post, which she owned, nothing.'],
    },
  },
  {
    id: 'quotation-quoted-saying',
    cue: ['quote'],
    match: 'quotation ,? source cue saying addressee? when? end',
    voice: 'passive',
    act: 'statement',
    confidence: 0.88,
    reason: 'A quotation before whoever is quoted as saying it.',
    examples: {
      yes: ['[content “We were poor,”] [source the coach] [cue was quoted as saying] on Friday.'],
      no: ['“We were poor,” the coach said of the match.'],
    },
  },
] as const satisfies readonly CueRule[]

import type { CueRule } from '../cue-rule.ts'

/**
 * Whatever verb stands between a quotation and who speaks tells how it was said ("fumed", "beamed", "texted"): the form is the
 * cue. Verbs that never tell of words are left out, as in “Mamma Mia!” starred Ann Lee, and plain ones, which have rules of their own.
 */
export const MANNER_RULES = [
  {
    id: 'quotation-manner-teller',
    cue: { anyBut: ['plain-speech', 'wordless'] },
    match: 'start quotation ,? cue teller when? more|end',
    confidence: 0.93,
    reason: 'A quotation, a verb and somebody: the verb tells how it was said (inversion).',
    examples: {
      yes: [
        '[content “Enough!”] [cue fumed] [source the cook, Gil Wick].',
        '[content “What a day,”] [cue beamed] [source Lucy Marsh] on Monday.',
        '[content “No deal,”] [cue snarled] [source the union leader], [content “not ever.”]',
      ],
      no: [
        '“Mamma Mia!” starred Ann Orr.',
        '“Crash!” went the gate.',
        '“The Wild Sea,” directed by Gil Wick, opens on Friday.',
        'They sang “Stay Awake,” and fumed.',
        '“Stop!” rang the bell.',
      ],
    },
  },
  {
    id: 'quotation-teller-manner',
    cue: { anyBut: ['plain-speech', 'wordless'] },
    match: 'start unfinished ,? speaker cue when? more|end',
    confidence: 0.9,
    reason: 'A quotation that a comma ends, somebody and a verb: the verb tells how it was said.',
    examples: {
      yes: [
        '[content “We lost,”] [source Gil Wick] [cue shrugged].',
        '[content “We lost,”] [source the coach] [cue deadpanned] on Sunday, [content “again.”]',
      ],
      no: ['“Stop!” The dog barked.', 'After “Stay Awake,” Gil Wick sang.', '“Hurry,” and Gil Wick laughed.'],
    },
  },
  {
    id: 'quotation-reads-source',
    cue: ['read', 'run'],
    match: 'start unfinished cue source when? more|end',
    confidence: 0.9,
    reason: 'A quotation that a comma ends, "reads" and what it is written on (inversion).',
    examples: {
      yes: [
        '[content “Nobody checked,”] [cue reads] [source the first line of the report].',
        '[content “Keep out,”] [cue reads] [source a sign at the gate].',
      ],
      no: ['“Nobody checked.” He reads the report.', 'She reads “The Weir” aloud.'],
    },
  },
] as const satisfies readonly CueRule[]

import type { CueRule } from '../cue-rule.ts'

/** What an accused answers in court: the plea is the content, with all that it is to. */
export const PLEA_RULES = [
  {
    id: 'source-plea-guilty',
    cue: ['plead'],
    match: 'source cue guilt',
    act: 'statement',
    confidence: 0.92,
    reason: 'Who pleads guilty says so of himself.',
    examples: {
      yes: [
        '[source The driver] [cue pleaded] [content guilty to theft].',
        '[source Ms Holt] [cue has pleaded] [content guilty].',
      ],
      no: ['The driver pleaded with the guilty man.'],
    },
  },
  {
    id: 'source-plea-not-guilty',
    cue: ['plead'],
    match: 'source cue innocence',
    act: 'denial',
    confidence: 0.92,
    reason: 'Who pleads not guilty denies the charge.',
    examples: {
      yes: ['[source The driver] [cue pleaded] [content not guilty to two counts of fraud].'],
      no: ['The driver pleaded for mercy.'],
    },
  },
] as const satisfies readonly CueRule[]

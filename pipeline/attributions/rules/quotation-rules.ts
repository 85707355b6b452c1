import type { CueRule } from './cue-rule.ts'

/** Cues beside a quotation: the mark itself is the strongest sign that somebody speaks. */
export const QUOTATION_RULES = [
  {
    id: 'quotation-as-source-put-it',
    cue: ['put it', 'say', 'note', 'describe it', 'call it'],
    match: 'quotation ,? as source cue',
    confidence: 0.44,
    reason: 'A quotation followed by "as X put it" is X’s.',
    examples: {
      yes: ['[content “We are late,”] as [source the mayor] [cue put it].'],
      no: ['As the mayor left, the crowd went home.'],
    },
  },
  {
    id: 'quotation-is-how-source-put-it',
    cue: [
      'put it',
      'characterise',
      'characterize',
      'define',
      'describe',
      'explain',
      'express it',
      'phrase it',
      'portray',
      'recall',
      'remember',
      'see',
      'sum up',
      'summarise',
      'summarize',
      'view',
    ],
    match: 'marked is|was how source cue object?',
    confidence: 0.9,
    reason: 'A quotation "is how X put it" or "was how X described" something: X’s words for it.',
    examples: {
      yes: [
        '[content “A gamble”] is how [source the coach] [cue described] [content the move].',
        '[content “Never again,”] was how [source Ama Boateng] [cue put it].',
      ],
      no: ['This is how the coach described the move.', 'The “gamble” is how the coach lost his job.'],
    },
  },
  {
    id: 'as-source-put-it',
    cue: ['put it', 'say', 'note', 'describe it', 'call it', 'explain', 'observe'],
    match: 'as source cue when? ,|:? quotation|clause',
    confidence: 0.65,
    reason: '"As X put it" gives X’s words after it.',
    examples: {
      yes: [
        'As [source one trader] [cue put it], [content “nobody wants to be last.”]',
        'He was seen, as [source the paper] [cue put it in a long report], [content “the fixer.”]',
      ],
      no: ['As one trader put it down, the phone rang.'],
    },
  },
  {
    id: 'quotation-source-cue',
    cue: 'speech',
    match: 'quotation ,? source cue addressee? when? more|end',
    confidence: 0.91,
    reason: 'A quotation followed by its source and a verb of speech.',
    examples: {
      yes: ['[content “The road is closed,”] [source Superintendent Ama Boateng] [cue said] on Monday.'],
      no: ['“The Road” is a novel that Boateng read.'],
    },
  },
  {
    id: 'quotation-source-wants-to-know',
    cue: ['want to know', 'demand to know'],
    match: 'quotation ,? source cue when? end',
    act: 'question',
    confidence: 0.85,
    reason: 'A quotation by which somebody wants to know something.',
    examples: {
      yes: ['[content “Who lent it?”] [source she] [cue wanted to know].'],
      no: ['“The Loan” is a book that she wanted to know better.'],
    },
  },
  {
    id: 'quotation-source-told',
    cue: 'addressee',
    match: 'quotation ,? source cue addressee when? more|end',
    confidence: 0.87,
    reason: 'A quotation followed by its source, a verb of telling and whoever is told.',
    examples: {
      yes: ['[content “We will rebuild,”] [source she] [cue told] [addressee reporters].'],
      no: ['She told reporters “no”.'],
    },
  },
  {
    id: 'quotation-cue-source',
    cue: 'speech',
    match: 'quotation ,? cue source when? more|end',
    confidence: 0.82,
    reason: 'A quotation followed by a verb of speech and its source (inversion).',
    examples: {
      yes: ['[content “The road is closed,”] [cue said] [source Ama Boateng, a police superintendent].'],
      no: ['“The Road” said nothing new.'],
    },
  },
  {
    id: 'source-told-quotation',
    cue: 'addressee',
    match: 'source cue addressee when? ,|:? quotation more?',
    confidence: 0.59,
    reason: 'A source tells somebody a quotation.',
    examples: {
      yes: ['[source The coach] [cue told] [addressee the BBC]: [content “We were poor.”]'],
      no: ['The coach told the “Mail” nothing.'],
    },
  },
  {
    id: 'source-cue-quotation',
    cue: 'speech',
    match: 'source cue when? ,|:? that? quotation more?',
    confidence: 0.81,
    reason: 'A source and a verb of speech introduce a quotation.',
    examples: {
      yes: ['[source Boateng] [cue said in a statement]: [content “The road is closed.”]'],
      no: ['Boateng lost the “golden ticket”.'],
    },
  },
  {
    id: 'shared-source-cue-quotation',
    cue: 'speech',
    match: 'shared cue when? ,|:? quotation more?',
    form: 'any',
    confidence: 0.64,
    reason: 'A further verb of speech of the same source introduces a quotation.',
    examples: {
      yes: ['[source Mensah] shook his head and [cue replied], [content “Never.”]'],
      no: ['The crowd replied “never” without a leader.'],
    },
  },
] as const satisfies readonly CueRule[]

import type { CueRule } from './cue-rule.ts'

/** Cues whose content is a phrase: an object, an infinitive, an "as" complement; and refusals, which have none. */
export const PHRASE_RULES = [
  {
    id: 'source-refusal',
    cue: 'refusal',
    pos: 'any',
    match: 'source cue',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'The source refuses to say anything; there is no content.',
    examples: {
      yes: [
        '[source The ministry] [cue declined to comment].',
        '[source Officials] [cue have declined to comment] publicly.',
      ],
      no: ['The ministry declined the invitation.'],
    },
  },
  {
    id: 'source-describe-as',
    cue: ['describe as', 'portray as', 'call', 'dub', 'regard as', 'see as'],
    match: 'what source cue phrase',
    confidence: 0.75,
    reason: '"What X describe as" attributes the description to X.',
    examples: {
      yes: ['It follows what [source officials] [cue describe as] [content a crucial step].'],
      no: ['Officials describe as much as they can.'],
    },
  },
  {
    id: 'passive-as',
    cue: ['describe as', 'perceive as', 'portray as', 'regard as', 'see as', 'view as'],
    match: 'cue phrase',
    voice: 'passive',
    confidence: 0.5,
    reason: 'A passive of seeing or describing: somebody holds it, the text does not say who.',
    examples: {
      yes: ['The port [cue is seen as] [content a gateway to Asia].'],
      no: ['The port sees as many ships as ever.'],
    },
  },
  {
    id: 'participle-described-as',
    cue: ['describe as'],
    match: 'cue phrase',
    confidence: 0.5,
    reason: '"Described as" after a noun: somebody describes it, the text does not say who.',
    examples: {
      yes: [
        'A partnership often [cue described as] [content a pillar of stability] ended.'
          .replace('] ended.', ' ended].')
          .replace('stability ended]', 'stability ended]'),
      ],
      no: ['She described a partnership.'],
    },
  },
  {
    id: 'impersonal-passive',
    cue: 'impersonal',
    match: 'it cue that clause',
    voice: 'passive',
    confidence: 0.6,
    reason: '"It is reported that": somebody says it, the text does not say who.',
    examples: {
      yes: ['It [cue is understood] [content that the deal has collapsed].'],
      no: ['It was said to be cold.'],
    },
  },
  {
    id: 'passive-infinitive',
    cue: 'passive-infinitive',
    match: 'fragment cue infinitive',
    voice: 'passive',
    confidence: 0.5,
    reason: '"Is said to": somebody says it, the text does not say who.',
    examples: {
      yes: ['[content The deal] [cue is said] [content to be near].'],
      no: ['She said to wait.'],
    },
  },
  {
    id: 'hearsay-adverb',
    cue: 'hearsay-adverb',
    pos: 'adverb',
    match: 'fragment cue rest',
    confidence: 0.45,
    reason: '"Reportedly" and its kin mark hearsay without a source.',
    examples: {
      yes: ['[content Both sides are] [cue reportedly] [content exploring a deal].'],
      no: ['Both sides report daily.'],
    },
  },
  {
    id: 'source-addressee-infinitive',
    cue: 'order',
    match: 'source cue addressee when? infinitive',
    act: 'order',
    confidence: 0.65,
    reason: 'A source urges, orders or asks somebody to act.',
    examples: {
      yes: ['[source The council] [cue urged] [addressee residents] [content to boil their water].'],
      no: ['The council pressed the button.'],
    },
  },
  {
    id: 'source-infinitive',
    cue: 'infinitive',
    match: 'source cue when? infinitive',
    confidence: 0.6,
    reason: 'A source vows, refuses, hopes or wants to act.',
    examples: {
      yes: ['[source The striker] [cue vowed] [content to return next season].'],
      no: ['The striker returned to play.'],
    },
  },
  {
    id: 'source-preposition-object',
    cue: 'prepositional',
    match: 'source cue rest',
    confidence: 0.6,
    reason: 'A verb of speech with its preposition ("called for", "pointed out").',
    examples: {
      yes: ['[source The bishops] [cue called for] [content an immediate ceasefire].'],
      no: ['The bishops called at noon.'],
    },
  },
  {
    id: 'shared-source-preposition-object',
    cue: 'prepositional',
    match: 'shared cue rest',
    form: 'participle',
    confidence: 0.5,
    reason: 'A participle of a verb of speech with its preposition, of the same source.',
    examples: {
      yes: ['[source The bishops] marched through the town, [cue calling for] [content an immediate ceasefire].'],
      no: ['The bishops marched, looking for shade.'],
    },
  },
  {
    id: 'source-naming',
    cue: 'naming',
    match: 'source cue object',
    confidence: 0.55,
    reason: 'A source calls something a name: the name is the source’s.',
    examples: {
      yes: ['[source The opposition] [cue called] [content the vote a sham].'],
      no: ['The opposition called off the vote.'],
    },
  },
  {
    id: 'shared-source-naming',
    cue: [
      'call',
      'describe',
      'label',
      'brand',
      'criticise',
      'criticize',
      'blame',
      'accuse',
      'praise',
      'cite',
      'denounce',
    ],
    match: 'shared cue object',
    form: 'participle',
    confidence: 0.6,
    reason: 'A participle that names or judges, of the same source.',
    examples: {
      yes: ['[source The opposition] walked out, [cue calling] [content the vote a sham].'],
      no: ['The opposition walked out, carrying placards.'],
    },
  },
  {
    id: 'source-describe-object',
    cue: 'as-object',
    match: 'source cue object',
    confidence: 0.4,
    reason: 'A source describes something as something.',
    examples: {
      yes: ['[source Critics] [cue portray] [content him as weak].'],
      no: ['Critics met as planned.'],
    },
  },
  {
    id: 'source-object',
    cue: 'object',
    match: 'source cue when? object',
    confidence: 0.6,
    reason: 'A verb of speech whose object is what was said ("announced a doubling", "denied the claim").',
    examples: {
      yes: ['[source The president] [cue announced] [content a doubling of tariffs].'],
      no: ['The president doubled tariffs.'],
    },
  },
  {
    id: 'heading-colon',
    cue: [':'],
    pos: 'any',
    where: 'heading',
    match: 'start source cue verbal',
    confidence: 0.6,
    reason: 'A headline’s colon attributes what follows to the name or role before it.',
    examples: {
      yes: ['[source Minister][cue :] [content no cuts planned]'],
      no: ['Three things to know about the vote'],
    },
  },
  {
    id: 'line-colon',
    cue: [':'],
    pos: 'any',
    where: 'line',
    match: 'start source cue rest',
    confidence: 0.6,
    reason: 'A transcript line: the name in capitals before the colon speaks.',
    examples: {
      yes: ['[source CHAIR][cue :] [content Order, please].'],
      no: ['Note: the chair left early.'],
    },
  },
] as const satisfies readonly CueRule[]

import type { CueRule } from '../cue-rule.ts'

/** Cues whose content is a clause without quotation marks (or with some inside). */
export const CLAUSE_RULES = [
  {
    id: 'according-to-source-clause',
    cue: ['accord to'],
    match: 'start cue source , clause',
    form: 'any',
    confidence: 0.78,
    reason: '"According to X" before a clause attributes the clause to X.',
    examples: {
      yes: ['[cue According to] [source officials], [content the bridge will reopen in May].'],
      no: ['The bridge will reopen according to plan.'],
    },
  },
  {
    id: 'that-according-to-source-clause',
    cue: ['accord to'],
    match: 'that ,? cue source ,? clause',
    form: 'any',
    confidence: 0.75,
    reason: '"According to X" that opens a clause behind "that" attributes the clause to X.',
    examples: {
      yes: ['The paper said that [cue according to] [source two engineers] [content the bridge is safe].'],
      no: ['The paper said that it was built according to plan.'],
    },
  },
  {
    id: 'clause-according-to-source',
    cue: ['accord to'],
    match: 'fragment ,? cue source',
    form: 'any',
    confidence: 0.76,
    reason: '"According to X" after a clause attributes the clause to X.',
    examples: {
      yes: ['[content The bridge will reopen in May], [cue according to] [source two engineers].'],
      no: ['According to engineers, the bridge is safe.'],
    },
  },
  {
    id: 'source-told-that-clause',
    cue: 'addressee',
    match: 'source cue addressee when? ,? that ,? clause',
    confidence: 0.86,
    reason: 'A source tells somebody that something is so.',
    examples: {
      yes: ['[source The minister] [cue told] [addressee reporters] [content that the talks had failed].'],
      no: [
        'The minister told reporters a joke.',
        'The mayor promised an inquiry into the loan that cost 40 jobs.',
        'The mayor promised no review of the loan that failed.',
      ],
    },
  },
  {
    id: 'source-cue-that-clause',
    cue: 'that-clause',
    match: 'source cue when? that clause',
    confidence: 0.79,
    reason: 'A verb of saying or thinking with a that-clause.',
    examples: {
      yes: ['[source Indian officials] [cue say] [content that recent changes have helped].'],
      no: ['Indian officials built that bridge.'],
    },
  },
  {
    id: 'somebody-told-somebody-clause',
    cue: ['tell'],
    match: 'start source cue listener when? clause',
    confidence: 0.91,
    reason:
      'Somebody who opens the sentence, "told" with a pronoun, and a clause: nothing else is as sure without "that".',
    examples: {
      yes: ['[source I] [cue told] [addressee her] [content I had nowhere to go].'],
      no: ['I told her nothing.', 'I told her the truth about it.'],
    },
  },
  {
    id: 'source-told-clause',
    cue: ['tell', 'assure', 'remind', 'inform', 'warn'],
    match: 'source cue addressee when? clause',
    confidence: 0.49,
    reason: 'A source tells somebody something; "that" is left out.',
    examples: {
      yes: ['[source The nurse] [cue told] [addressee the inquiry] [content she had raised the alarm].'],
      no: ['The nurse told the time.'],
    },
  },
  {
    id: 'conditional-source-cue-clause',
    cue: 'bare-clause',
    match: 'conditional , source cue clause',
    confidence: 0.58,
    reason: 'Content that opens with a condition is split around its cue.',
    examples: {
      yes: ['[content If the rains come early], [source farmers] [cue say] [content they could lose half the crop].'],
      no: ['When the rains came, farmers said they were ready.'],
    },
  },
  {
    id: 'somebody-said-clause',
    cue: ['say'],
    match: 'start speaker cue when? clause',
    confidence: 0.91,
    reason: 'Somebody who opens the sentence, "said", and a clause: nothing else is as sure without "that".',
    examples: {
      yes: ['[source Peter K. Stone Jr.] [cue said] [content he had lost the key].'],
      no: ['When the rains came, farmers said they were ready.', 'His mother said nothing and bought him a flute.'],
    },
  },
  {
    id: 'source-cue-clause',
    cue: 'bare-clause',
    match: 'source cue when? clause',
    confidence: 0.69,
    reason: 'A verb of saying or thinking with a clause; "that" is left out.',
    examples: {
      yes: ['On Friday [source the union] [cue said] [content its members would vote].'],
      no: ['The union said nothing.'],
    },
  },
  {
    id: 'shared-source-and-cue-that-clause',
    cue: 'speech',
    match: 'shared and|but cue that clause',
    confidence: 0.9,
    reason: 'A further verb of speech of the same source, joined by "and" or "but", with a that-clause.',
    examples: {
      yes: ['[source Ann Lee] left early and [cue warned] [content that costs would rise].'],
      no: ['Ann Lee left, warning that costs would rise.', 'Ann Lee left and warned the board.'],
    },
  },
  {
    id: 'shared-source-cue-that-clause',
    cue: 'that-clause',
    match: 'shared cue when? that clause',
    form: 'any',
    confidence: 0.59,
    reason: 'A further verb of saying of the same source ("and added that", ", saying that").',
    examples: {
      yes: ['[source The mayor] resigned, [cue saying] [content that she was tired].'],
      no: ['It rained, meaning that the game was off.'],
    },
  },
  {
    id: 'shared-source-cue-clause',
    cue: ['say', 'claim', 'add', 'insist', 'warn', 'argue', 'note', 'suggest', 'hope', 'fear', 'believe'],
    match: 'shared cue when? clause',
    form: 'any',
    confidence: 0.54,
    reason: 'A further verb of saying of the same source, "that" left out.',
    examples: {
      yes: ['[source The mayor] resigned, [cue saying] [content she was tired].'],
      no: ['It rained, adding water to the lake.'],
    },
  },
  {
    id: 'source-wants-to-know',
    cue: [
      'want to know',
      'demand to know',
      'like to know',
      'wish to know',
      'seek to know',
      'need to know',
      'ask to know',
    ],
    match: 'source cue when? wh rest',
    act: 'question',
    confidence: 0.8,
    reason: 'Who wants to know something asks it.',
    examples: {
      yes: [
        '[source The widow] [cue wanted to know] [content why nobody had come].',
        '[source Voters] [cue would like to know] [content who will pay].',
      ],
      no: ['The widow wanted to know her neighbours.'],
    },
  },
  {
    id: 'shared-source-wants-to-know',
    cue: ['want to know', 'demand to know', 'like to know', 'wish to know', 'seek to know', 'ask to know'],
    match: 'shared and|but cue wh rest',
    act: 'question',
    confidence: 0.8,
    reason: 'A further verb of the same source, by which it asks.',
    examples: {
      yes: ['[source The widow] rose and [cue demanded to know] [content who had signed].'],
      no: ['The widow and the priest wanted to know him.'],
    },
  },
  {
    id: 'source-asked-question',
    cue: 'indirect-question',
    match: 'source cue when? wh rest',
    confidence: 0.59,
    reason: 'A verb of asking or telling with an indirect question; its own act says which.',
    examples: {
      yes: ['[source Senators] [cue asked] [content whether the tests had been done].'],
      no: ['Senators asked the clerk.'],
    },
  },
  {
    id: 'fragment-source-cue-rest',
    cue: 'speech',
    match: 'fragment , source cue when? , rest',
    confidence: 0.81,
    reason: 'Source and cue stand between commas inside what they attribute.',
    examples: {
      yes: ['[content The bridge], [source engineers] [cue said], [content would reopen in May].'],
      no: ['Engineers, tired, said little.'],
    },
  },
  {
    id: 'clause-source-cue',
    cue: 'speech',
    match: 'clause , source cue when? end',
    confidence: 0.82,
    reason: 'A clause followed by its source and a verb of speech.',
    examples: {
      yes: ['[content The bridge will reopen in May], [source the company] [cue said] on Monday.'],
      no: ['The bridge will reopen in May, the company of engineers with it.'],
    },
  },
  {
    id: 'clause-source-told',
    cue: 'addressee',
    match: 'clause , source cue addressee when? end',
    confidence: 0.8,
    reason: 'A clause followed by its source, a verb of telling and whoever is told.',
    examples: {
      yes: [
        '[content The mill will close], [source the owner] [cue told] [addressee the Evening Post].',
        '[content “It fell,” a guard told police], [source her lawyer] [cue told] [addressee reporters] on Friday.',
      ],
      no: ['“It fell,” a guard told police.', 'In May, the owner told the paper nothing.'],
    },
  },
  {
    id: 'clause-document-shows',
    cue: ['indicate', 'reveal', 'show', 'suggest'],
    // The tagger takes "papers show" for two nouns.
    pos: 'any',
    match: 'clause , speaker cue when? end',
    confidence: 0.8,
    reason: 'A clause followed by whatever shows it.',
    examples: {
      yes: [
        '[content The bridge was unsafe], [source the report] [cue shows].',
        '[content “We are lost,” the pilot said], [source court papers] [cue show].',
      ],
      no: ['The bridge was unsafe, the cracks show.'],
    },
  },
  {
    id: 'clause-denied-by-source',
    cue: ['deny', 'reject', 'dispute', 'dismiss', 'contest', 'refute'],
    match: 'clause , a|an allegation source cue',
    act: 'denial',
    confidence: 0.85,
    reason: 'A clause that an apposition calls a claim, which somebody denies.',
    examples: {
      yes: [
        '[content The minister knew of the loan in May], a claim that [source aide Dana Pruitt] [cue denied].',
        '[content The plant leaked for years], an allegation [source the company] [cue has rejected].',
      ],
      no: ['The plant made a claim that the insurer rejected.', 'In May, a claim that rain fell was denied.'],
    },
  },
  {
    id: 'clause-repeated-by-source',
    cue: ['echo', 'make', 'issue', 'reiterate', 'repeat', 'share', 'voice'],
    match: 'clause , a|an allegation source cue',
    act: 'statement',
    confidence: 0.85,
    reason: 'A clause that an apposition calls a claim or a warning, which somebody makes.',
    examples: {
      yes: ['[content The dam may fail], a warning that [source engineers] [cue repeated] on Friday.'],
      no: ['The dam may fail, a fault that engineers repeated.'],
    },
  },
  {
    id: 'clause-repeated-by-source-passive',
    cue: ['echo by', 'make by', 'issue by', 'reiterate by', 'repeat by', 'share by', 'voice by'],
    pos: 'any',
    match: 'clause , a|an allegation cue source',
    act: 'statement',
    confidence: 0.85,
    reason: 'The same, with who makes the claim after "by".',
    examples: {
      yes: ['[content The dam may fail], a warning [cue repeated by] [source engineers].'],
      no: ['The dam may fail, a view of the lake made by engineers.'],
    },
  },
  {
    id: 'clause-denied-by-source-passive',
    cue: ['deny by', 'reject by', 'dispute by', 'dismiss by', 'contest by'],
    pos: 'any',
    match: 'clause , a|an allegation cue source',
    act: 'denial',
    confidence: 0.85,
    reason: 'A clause that an apposition calls a claim, denied by somebody.',
    examples: {
      yes: ['[content The plant leaked for years], a claim [cue denied by] [source the company].'],
      no: ['The plant leaked for years and was rejected by the company.'],
    },
  },
  {
    id: 'impersonal-learnt',
    cue: ['be learn', 'be learnt'],
    pos: 'any',
    match: 'it cue that clause',
    confidence: 0.82,
    reason: '"It was learnt that": somebody told it, the text does not say who.',
    examples: {
      yes: [
        'It [cue was learnt] [content that the driver had fled].',
        'It [cue has been learned] [content that two men were held].',
      ],
      no: ['The song was learnt by heart.'],
    },
  },
] as const satisfies readonly CueRule[]

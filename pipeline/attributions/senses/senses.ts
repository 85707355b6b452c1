import { DEEDS } from './deeds.ts'
import type { Sense } from './sense.ts'

/** Senses in which nothing is said, by what the cue governs. */
export const SENSES: readonly Sense[] = [
  {
    id: 'according-to-measure',
    cue: ['accord'],
    source: 'measure',
    reason: 'What things are set or sorted by says nothing.',
    examples: {
      yes: [
        '[content Wages are set] [cue according to] [source rank].',
        '[content Voters] [cue are listed according to] [source district].',
        '[content Goods are taxed] [cue according to] [source their weight].',
        '[content Skaters start] [cue according to] [source age group].',
      ],
      no: ['[content Wages rose by a tenth], [cue according to] [source the bank].'],
    },
  },
  {
    id: 'according-to-manner',
    cue: ['accord'],
    source: 'manner',
    done: true,
    reason: 'A rule or a plan that something was done by says nothing of it.',
    examples: {
      yes: [
        '[content The final was judged] [cue according to] [source the club rules].',
        "[content The cake was baked] [cue according to] [source her grandmother's recipe].",
        '[content All went] [cue according to] [source plan].',
        '[content Bake the rolls] [cue according to] [source the recipe].',
        '[content The house was built] [cue according to] [source local custom].',
      ],
      no: [
        '[cue According to] [source the rules], [content players must wear helmets].',
        '[content The road will open in May] [cue according to] [source the plan].',
        '[content The bridge was closed], [cue according to] [source the plan].',
        '[content The final was played in May] [cue according to] [source the report].',
        '[content Landlords have to repair boilers] [cue according to] [source the law].',
      ],
    },
  },
  {
    id: 'tell-joke',
    cue: ['tell'],
    content: 'told-thing',
    reason: 'What the joke or the story says is not told here.',
    examples: {
      yes: [
        '[source He] [cue told] [content a joke].',
        '[source The old man] [cue told] [content stories] [addressee to the boys].',
      ],
      no: [
        '[source He] [cue told] [content the story that the tower fell].',
        '[source He] [cue told] [content “a tale of two cities”].',
      ],
    },
  },
  {
    id: 'claim-gain',
    cue: ['claim'],
    content: 'gained',
    reason: 'What kills or wins claims lives or prizes without a word.',
    examples: {
      yes: [
        '[source The fire] [cue claimed] [content eleven lives].',
        '[source Rovers] [cue claimed] [content their third title in May].',
        '[source He] [cue claimed] [content benefits for a year].',
      ],
      no: [
        '[source The rebels] [cue claimed] [content responsibility for the blast].',
        '[source The party] [cue claimed] [content victory].',
        '[source She] [cue claimed] [content the prize was hers].',
      ],
    },
  },
  {
    id: 'call-somebody',
    cue: ['call'],
    content: 'called',
    reason: 'Who is phoned or fetched, and what is convened, is given no name.',
    examples: {
      yes: [
        '[source She] [cue called] [content her sister from the roof].',
        '[source The witness] [cue called] [content an ambulance].',
        '[source The premier] [cue called] [content an early election].',
      ],
      no: [
        '[source He] [cue called] [content her sister a liar].',
        '[source He] [cue called] [content the police useless].',
        '[source The party] [cue called] [content the vote “a sham”].',
        '[source Critics] [cue call] [content a sham].',
      ],
    },
  },
  {
    id: 'call-back',
    cue: ['call'],
    content: 'fetched',
    reason: 'Who is called back or over is given no name.',
    examples: {
      yes: ['[source The coach] [cue called] [content him back].', '[source She] [cue called] [content the boy over].'],
      no: [
        '[source She] [cue called] [content the plan a step back].',
        '[source She] [cue called] [content him lazy].',
      ],
    },
  },
  {
    id: 'charge-price',
    cue: ['charge'],
    content: 'price',
    reason: 'A price is asked, nobody is accused.',
    examples: {
      yes: [
        '[source The bank] [cue charged] [content a fee].',
        '[source The inn] [cue charges] [content higher rates in May].',
      ],
      no: ['[source Police] [cue charged] [content two men with theft].'],
    },
  },
  {
    id: 'charge-money',
    cue: ['charge', 'fine'],
    content: 'money',
    reason: 'A price is asked, nobody is accused.',
    examples: {
      yes: ['[source The bank] [cue charged] [content him $40].'],
      no: ['[source Police] [cue charged] [content him with taking $40].'],
    },
  },
  {
    id: 'order-goods',
    cue: ['order'],
    content: 'bought',
    reason: 'Goods are bought, nobody is told to do anything.',
    examples: {
      yes: ['[source He] [cue ordered] [content a beer].'],
      no: [
        '[source The mayor] [cue ordered] [content an inquiry].',
        '[source He] [cue ordered] [content the waiter to go].',
      ],
    },
  },
  {
    id: 'order-counted',
    cue: ['order'],
    content: 'counted',
    reason: 'Goods are bought, nobody is told to do anything.',
    examples: {
      yes: ['[source The council] [cue ordered] [content 40 buses from the maker].'],
      no: ['[source The council] [cue ordered] [content 40 people to leave].'],
    },
  },
  {
    id: 'recall-counted',
    cue: ['recall'],
    content: 'counted',
    but: ['case', 'conversation', 'episode', 'incident', 'instance', 'meeting', 'occasion', 'time', 'visit'],
    reason: 'Goods are called back, nobody tells what he remembers.',
    examples: {
      yes: ['[source The maker] [cue recalled] [content 40,000 kettles from shops].'],
      no: [
        '[source The maker] [cue recalled] [content two meetings with the minister].',
        '[source Marsh] [cue recalled] [content that 40 kettles had burst].',
      ],
    },
  },
  {
    id: 'add-thing',
    cue: ['add'],
    content: 'thing',
    but: ['caution', 'note', 'praise', 'thanks', 'warning', 'caveat', 'comment', 'remark'],
    reason: 'Something is joined to something else.',
    examples: {
      yes: [
        '[source The army] [cue added] [content two tanks].',
        '[source Marsh] [cue added] [content a second goal].',
      ],
      no: ['[source He] [cue added] [content a warning].', '[source He] [cue added] [content it was late].'],
    },
  },
  {
    id: 'write-work',
    cue: ['write'],
    content: 'written',
    reason: 'A work is made; what it says is not told.',
    examples: {
      yes: ['[source He] [cue wrote] [content a book about birds].'],
      no: ['[source He] [cue wrote] [content that birds sing].', '[source He] [cue wrote] [content “a letter”].'],
    },
  },
  {
    id: 'answer-call',
    cue: ['answer'],
    content: 'answered',
    reason: 'Who answers a door or a telephone has said nothing yet.',
    examples: {
      yes: ['[source She] [cue answered] [content the door].'],
      no: ['[source She] [cue answered] [content that the door was shut].'],
    },
  },
  {
    id: 'keep-up',
    cue: ['maintain'],
    content: 'kept',
    reason: 'Something is kept up.',
    examples: {
      yes: ['[source The law] [cue maintained] [content order].'],
      no: [
        '[source She] [cue maintained] [content her innocence].',
        '[source She] [cue maintained] [content order was kept].',
      ],
    },
  },
  {
    id: 'observe-thing',
    cue: ['observe'],
    content: 'thing',
    reason: 'What is watched or kept is not said.',
    examples: {
      yes: [
        '[source He] [cue observed] [content the birds].',
        '[source They] [cue observed] [content a minute of silence].',
      ],
      no: ['[source He] [cue observed] [content that birds sing].'],
    },
  },
  {
    id: 'call-for-ingredient',
    cue: ['call'],
    particle: 'for',
    content: 'any',
    source: 'task',
    reason: 'A recipe or a job needs something, and nobody asks for it.',
    examples: {
      yes: [
        '[source The recipe] [cue calls for] [content two eggs].',
        '[source The job] [cue calls for] [content patience].',
      ],
      no: ['[source The report] [cue calls for] [content a ban].'],
    },
  },
  {
    id: 'mute-source',
    content: 'any',
    source: 'mute',
    reason: 'What has no words says nothing.',
    examples: {
      yes: [
        '[source The summer] [cue promises] [content to be hot].',
        '[source The fire] [cue threatened] [content to reach the town].',
        '[source A bell] [cue announced] [content the end of class].',
      ],
      no: [
        '[source The fire brigade] [cue warned] [content that the wood would burn].',
        '[source The fire chief] [cue said] [content it burns].',
      ],
    },
  },
  ...DEEDS,
]

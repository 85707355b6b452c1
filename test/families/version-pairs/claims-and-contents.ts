import type { VersionPair } from './version-pair.ts'

const FERRY = 'ferry-fire-search'
const DENGUE = 'dengue-ward-shortage'
const TUNNEL = 'rail-tunnel-cost'
const WALLET = 'lagos-wallet-outage'
const COCOA = 'cocoa-price-row'
const STRIKE = 'klipdrift-mine-strike'
const PERCH = 'lake-perch-ban'
const METERS = 'nandipur-water-meters'
const DAM = 'dam-seepage-wire'

/** Claims that come and go, and what is said in other words. */
export const CLAIMS_AND_CONTENTS: readonly VersionPair[] = [
  {
    name: 'a claim added in a paragraph of its own',
    file: FERRY,
    edits: [
      [
        'Pumps out of order\n',
        'Governor Alma Tiongson said that schools near the harbour would stay closed until Monday.\n\nPumps out of order\n',
      ],
    ],
    changes: ['added: → that schools near the harbour would stay closed until Monday'],
  },
  {
    name: 'a claim added at the end of a paragraph',
    file: DENGUE,
    edits: [['It held 31 bags.', 'It held 31 bags. “We sleep with the key,” said Matron Selina Hossain.']],
    changes: ['added: → “We sleep with the key,”'],
  },
  {
    name: 'a claim added to a sentence that had none',
    file: TUNNEL,
    edits: [
      [
        'The project was once described as',
        'Drilling will resume in May, according to the contractor. The project was once described as',
      ],
    ],
    changes: ['added: → Drilling will resume in May'],
  },
  {
    name: 'a sentence of news attributed',
    file: STRIKE,
    edits: [['Bushveld Crown has offered 13,900.', 'Bushveld Crown has offered 13,900, two shop stewards said.']],
    changes: ['added: → Bushveld Crown has offered 13,900'],
  },
  {
    name: 'a claim gone with its paragraph',
    file: FERRY,
    edits: [
      [
        'Senator Corazon Villaluz, who chairs the public services committee, called for all 41 ferries on the route to be kept in port until they have been inspected.\n\n',
        '',
      ],
    ],
    changes: [
      'gone: all 41 ferries on the route to be kept in port until they have been inspected →',
      'anonymised source: Corazon Villaluz → she',
    ],
  },
  {
    name: 'a quotation gone from its paragraph',
    file: DENGUE,
    edits: [[' "No death has been hidden," he said. "Some have been delayed."', '']],
    changes: ['gone: "No death has been hidden," … "Some have been delayed." →'],
  },
  {
    name: 'an attribution gone, its content kept',
    file: PERCH,
    edits: [
      [
        'The same survey found that only one skipper in nine had been inspected in the previous year.',
        'Only one skipper in nine had been inspected in the previous year.',
      ],
    ],
    changes: ['gone: that only one skipper in nine had been inspected in the previous year →'],
  },
  {
    name: 'words of a quotation changed',
    file: FERRY,
    edits: [
      [
        'We will not stop at sunset and we will not stop at the weekend',
        'We will not stop at sunset and we will search through the weekend',
      ],
    ],
    changes: ['changed content: not stop at → search through'],
  },
  {
    name: 'words of an indirect content changed',
    file: COCOA,
    edits: [
      [
        'that farmers had been offered a third more than the official price',
        'that farmers had been offered far more than the official price',
      ],
    ],
    changes: ['changed content: a third → far'],
  },
  {
    name: 'a quotation cut',
    file: PERCH,
    edits: [
      ['“We can have four hungry months or we can have forty hungry years,”', '“We can have four hungry months,”'],
    ],
    changes: ['changed content: months or we can have forty hungry years,” → months,”'],
  },
  {
    name: 'a negation taken out',
    file: TUNNEL,
    edits: [['or the minister doesn’t read,”', 'or the minister does read,”']],
    changes: ['changed content: doesn’t → does'],
  },
  {
    name: 'a negation put in',
    file: FERRY,
    edits: [
      ['that the vessel had passed its annual inspection', 'that the vessel had not passed its annual inspection'],
    ],
    changes: ['changed content: → not'],
  },
  {
    name: 'a cue negated',
    file: DAM,
    edits: [['confirmed that it was genuine', 'did not confirm that it was genuine']],
    changes: ['changed cue: confirmed → did not confirm', 'changed negated: false → true'],
  },
  {
    name: 'a number inside a quotation',
    file: WALLET,
    edits: [['on trust worth ₦640,000', 'on trust worth ₦460,000']],
    changes: ['changed content: ₦640,000. → ₦460,000.'],
  },
  {
    name: 'a number in an indirect content',
    file: DENGUE,
    edits: [['a tender for 2 million bags', 'a tender for 3 million bags']],
    changes: ['changed content: 2 → 3'],
  },
  {
    name: 'a number that is nobody’s',
    file: FERRY,
    edits: [['was carrying 212 passengers', 'was carrying 221 passengers']],
    changes: ['changed text: 212 → 221'],
  },
  {
    name: 'a name inside a quotation',
    file: STRIKE,
    edits: [["until Easter.\n''After Easter I", "until Easter.\n''After Christmas I"]],
    changes: ['changed content: Easter → Christmas'],
  },
  {
    name: 'a name inside what is said',
    file: METERS,
    edits: [['a notice in Hindi, Marathi and English', 'a notice in Hindi, Konkani and English']],
    changes: ['changed content: Marathi → Konkani'],
  },
]

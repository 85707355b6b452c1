import type { VersionPair } from './version-pair.ts'

const FERRY = 'ferry-fire-search'
const TUNNEL = 'rail-tunnel-cost'
const WALLET = 'lagos-wallet-outage'
const COCOA = 'cocoa-price-row'
const PERCH = 'lake-perch-ban'
const QUAKE = 'quake-warning-prize'
const METERS = 'nandipur-water-meters'
const PHARMACY = 'pharmacists-strike-ballot'
const CHIP = 'harrow-chip-layoffs'
const DAM = 'dam-seepage-wire'
const BID = 'terminal-bid-brief'
const STORM = 'hurricane-odessa-landfall'
const HOUSES = 'drumcarrick-housing-vote'
const COURT = 'surgeon-negligence-trial'

/** Whose claims are, by which words; notes, order, typing, headlines. */
export const SOURCES_AND_THE_REST: readonly VersionPair[] = [
  {
    name: 'a source renamed where it is named once',
    file: PERCH,
    edits: [['The station’s lead author, Hassan Bwire,', 'The station’s lead author, Peter Atieno,']],
    changes: ['renamed source: Hassan Bwire → Peter Atieno', 'renamed source: Hassan Bwire → Peter Atieno'],
  },
  {
    name: 'a source renamed throughout',
    file: PERCH,
    edits: [['Mama Pendo Wafula', 'Mama Akoth Ouma']],
    changes: ['renamed source: Pendo Wafula → Akoth Ouma', 'renamed source: Pendo Wafula → Akoth Ouma'],
  },
  {
    name: 'the spelling of a name mended',
    file: FERRY,
    edits: [
      ['Commodore Renato Salcedo', 'Commodore Renato Salsedo'],
      ['Salcedo told reporters', 'Salsedo told reporters'],
    ],
    changes: [
      'renamed source: Salcedo → Salsedo',
      'renamed source: Salcedo → Salsedo',
      'renamed source: Salcedo → Salsedo',
    ],
  },
  {
    name: 'another group of sources',
    file: COCOA,
    edits: [['Three traders said contracts', 'Three exporters said contracts']],
    changes: ['changed source: traders → exporters'],
  },
  {
    name: 'a source made anonymous',
    file: WALLET,
    edits: [
      [
        'said Madam Ifeoma Nwachukwu-Bello, who sells lace in Balogun market.',
        'said a lace seller in Balogun market who asked not to be named.',
      ],
    ],
    changes: [
      'anonymised source: Ifeoma Nwachukwu-Bello → a lace seller in Balogun market',
      'changed text: Madam Ifeoma Nwachukwu-Bello, who sells lace in Balogun market. → a lace seller in Balogun market who asked not to be named.',
    ],
  },
  {
    name: 'a source left without a name',
    file: PHARMACY,
    edits: [
      ['Iorwerth Bevan, of the charity Second Dose, supports', 'A campaigner for the charity Second Dose supports'],
    ],
    changes: [
      'anonymised source: Iorwerth Bevan → A campaigner for the charity Second Dose',
      'anonymised source: Iorwerth Bevan → he',
    ],
  },
  {
    name: 'a source that has a name now',
    file: DAM,
    edits: [
      [
        'A spokeswoman for the contractor,\nAnchor Geotechnical, confirmed',
        'Ruth Chepkoech, a spokeswoman for the contractor,\nAnchor Geotechnical, confirmed',
      ],
    ],
    changes: [
      'renamed source: A spokeswoman for the contractor, Anchor Geotechnical → Ruth Chepkoech',
      'renamed source: She → Ruth Chepkoech',
      'renamed source: She → Ruth Chepkoech',
    ],
  },
  {
    name: 'a cue changed from said to admitted',
    file: FERRY,
    edits: [['said in a statement that the vessel', 'admitted in a statement that the vessel']],
    changes: ['changed cue: said → admitted'],
  },
  {
    name: 'a cue changed from admitted to said',
    file: WALLET,
    edits: [['admitted that a certificate', 'said that a certificate']],
    changes: ['changed cue: admitted → said'],
  },
  {
    name: 'a cue that accused changed to one that does not',
    file: METERS,
    edits: [['Mayor Shalini Gawande blamed', 'Mayor Shalini Gawande mentioned']],
    changes: ['changed cue: blamed → mentioned', 'changed act: accusation → statement'],
  },
  {
    name: 'a direct quotation made indirect',
    file: FERRY,
    edits: [['"I am not angry yet," he said.', 'He said that he was not angry yet.']],
    changes: [
      'changed content: "I am not angry yet," → that he was not angry yet',
      'changed quotation: direct → mixed',
    ],
  },
  {
    name: 'marks taken from quoted words',
    file: TUNNEL,
    edits: [
      [
        'would say only that it was “working constructively with the client”',
        'would say only that it was working constructively with the client',
      ],
    ],
    changes: ['changed quotation: mixed → indirect'],
  },
  {
    name: 'a correction note added',
    file: CHIP,
    edits: [
      ['about 4,200 jobs', 'about 2,400 jobs'],
      ['', '\nCorrection: An earlier version of this article misstated the number of jobs. It is 2,400, not 4,200.\n'],
    ],
    changes: [
      'changed content: 4,200 → 2,400',
      'noted: → Correction: An earlier version of this article misstated the number of jobs. It is 2,400, not 4,200.',
    ],
  },
  {
    name: 'an update note above the text',
    file: DAM,
    edits: [
      ['ELDORET, Kenya, April 9', '(Updates with death toll)\n\nELDORET, Kenya, April 9'],
      ['claimed three lives', 'claimed four lives'],
    ],
    changes: ['noted: → (Updates with death toll)', 'changed content: three → four'],
  },
  {
    name: 'a paragraph moved',
    file: FERRY,
    edits: [
      ['He denied that the first rescue boat had taken two hours to leave port.\n\n', ''],
      [
        'Pumps out of order\n',
        'He denied that the first rescue boat had taken two hours to leave port.\n\nPumps out of order\n',
      ],
    ],
    changes: [],
  },
  {
    name: 'a paragraph moved far to the front',
    file: QUAKE,
    edits: [
      [
        'A review in the journal Seismic Letters concluded in March that the boxes raise about one false alarm a year. Its authors suggested that the public might forgive as many as three.\n\n',
        '',
      ],
      [
        'The jury praised',
        'A review in the journal Seismic Letters concluded in March that the boxes raise about one false alarm a year. Its authors suggested that the public might forgive as many as three.\n\nThe jury praised',
      ],
    ],
    changes: [],
  },
  {
    name: 'corrected typing',
    file: STORM,
    edits: [['complained that the back-up generator', 'complained that the backup generator']],
    changes: ['changed content: back-up → backup'],
  },
  {
    name: 'typing outside all claims',
    file: BID,
    edits: [['Rubber was little changed.', 'Rubber was litle changed.']],
    changes: ['changed text: little → litle'],
  },
  {
    name: 'blanks, marks and dashes',
    file: FERRY,
    edits: [
      [
        '"We will not stop at sunset and we will not stop at the weekend,"',
        '“We will not stop at sunset and we will not stop at the weekend,”',
      ],
      ['Feb 11 - The', 'Feb 11 — The'],
      ['\n\nPumps out of order\n\n', '\n\n\nPumps out of order \n'],
    ],
    changes: [],
  },
  {
    name: 'two sentences made one by a mark',
    file: HOUSES,
    edits: [['The mill closed in 1987. Its hooter,', 'The mill closed in 1987; its hooter,']],
    changes: [],
  },
  {
    name: 'sentences of a paragraph in another order',
    file: COURT,
    edits: [
      [
        '‘At 8.52 she came down in person. At 9.05 she put it in writing. The',
        '‘At 9.05 she put it in writing. At 8.52 she came down in person. The',
      ],
    ],
    changes: [
      'changed content: 8.52 she came down in person. At 9.05 she put it in writing. → 9.05 she put it in writing. At 8.52 she came down in person.',
    ],
  },
  {
    name: 'another headline',
    file: PERCH,
    edits: [['Traders: perch ban will empty our stalls', 'Lake Victoria empties as perch ban begins']],
    changes: [
      'gone: perch ban will empty our stalls →',
      'changed text: Traders: perch ban will empty our stalls → Lake Victoria empties as perch ban begins',
    ],
  },
  {
    name: 'another headline that is no claim',
    file: FERRY,
    edits: [
      [
        'Coast guard widens search after ferry fire in Talisay Strait',
        'Nineteen missing after ferry fire in Talisay Strait',
      ],
    ],
    changes: ['changed text: Coast guard widens search → Nineteen missing'],
  },
  {
    name: 'several edits at once',
    file: COCOA,
    edits: [
      [
        '“Beans have legs when prices have none,” Aya Kouassi-Brou,',
        '“Beans have legs where prices have none,” Mariam Kouassi-Brou,',
      ],
      ['put the discount at $140 a tonne', 'put the discount at $104 a tonne'],
      ['He feels no shame, he said.\n', ''],
    ],
    changes: [
      'changed content: when → where',
      'renamed source: Aya → Mariam',
      'changed content: $140 → $104',
      'gone: He feels no shame →',
    ],
  },
]

import { expect, it } from 'vitest'
import { differencesFrom, type Variant } from './differences.ts'

const FIRST: Variant = {
  content: 'The lockers on the lower deck held 40 life vests, and Hanna Obuya will chain them again',
  speaker: 'ann lee',
  quotation: 'direct',
  act: 'statement',
  negated: false,
  hedged: false,
  cue: 'said',
  cueLemma: 'say',
  addressee: null,
}

it.each<[string, Partial<Variant>, readonly string[]]>([
  [
    'marks',
    { content: '“[T]he lockers on the lower deck held forty life vests — and Hanna Obuya will chain them again!”' },
    [],
  ],
  [
    'a slip of the keyboard',
    { content: 'The lockres on the lower deck held 40 life vests, and Hanna Obuya will chain them again' },
    [],
  ],
  [
    'a negation',
    { content: 'The lockers on the lower deck held 40 life vests, and Hanna Obuya will not chain them again' },
    ['negation'],
  ],
  [
    'a hedge',
    { content: 'The lockers on the lower deck allegedly held 40 life vests, and Hanna Obuya will chain them again' },
    ['hedge'],
  ],
  [
    'a number',
    { content: 'The lockers on the lower deck held 400 life vests, and Hanna Obuya will chain them again' },
    ['number'],
  ],
  [
    'a name',
    { content: 'The lockers on the lower deck held 40 life vests, and Bo Novak will chain them again' },
    ['name'],
  ],
  [
    'other words',
    { content: 'The lockers on the lower deck held 40 life vests, and Hanna Obuya will paint them again' },
    ['reworded'],
  ],
  ['a cut', { content: 'The lockers on the lower deck held 40 life vests' }, ['cut']],
  [
    'a marked cut of what has a number',
    { content: 'The lockers on the lower deck […] life vests, and Hanna Obuya will chain them again' },
    ['cut'],
  ],
  ['more', { content: `${FIRST.content} before the next storm comes` }, ['added']],
  ['the speaker', { speaker: 'bo novak' }, ['speaker']],
  ['a speaker with less of the name', { speaker: 'lee' }, []],
  ['a speaker without a name', { speaker: null }, []],
  ['the cue', { cue: 'admitted', cueLemma: 'admit' }, ['cue']],
  ['a cue that says no more', { cue: 'added', cueLemma: 'add' }, []],
  ['the negated cue', { negated: true }, ['negation']],
  ['a hedged claim', { hedged: true }, ['hedge']],
  ['how it is quoted', { quotation: 'indirect' }, ['to-indirect']],
  ['an agency', { addressee: 'Reuters' }, ['agency-copy']],
  ['who was told', { addressee: 'reporters' }, []],
])('tells of %s', (_, change, kinds) => {
  expect(differencesFrom(FIRST)({ ...FIRST, ...change })).toEqual(kinds)
})

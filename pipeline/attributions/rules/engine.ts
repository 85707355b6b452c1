import type { Engine } from '../engine.ts'

/** The cue rules alone, which are kept as data. */
export const rulesEngine: Engine<never> = { name: 'rules', version: 12, reader: null }

import type { Family } from './family.ts'
import { READER_FAMILIES } from './reader-families.ts'
import { STAGE_FAMILIES } from './stage-families.ts'

export const FAMILIES: readonly Family[] = [...READER_FAMILIES, ...STAGE_FAMILIES]

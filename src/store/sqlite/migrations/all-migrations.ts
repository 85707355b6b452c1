import { firstSchema } from './0001-first-schema.ts'
import { chainsAndLedger } from './0002-chains-and-ledger.ts'
import { claimCount } from './0003-claim-count.ts'
import { corrections } from './0004-corrections.ts'
import { inputs } from './0005-inputs.ts'
import { relays } from './0006-relays.ts'
import { entries } from './0007-entries.ts'
import { engines } from './0008-engines.ts'
import { leftOut } from './0009-left-out.ts'
import { seals } from './0010-seals.ts'
import { correctionsInFull } from './0011-corrections-in-full.ts'
import { voices } from './0012-voices.ts'
import { voiceCorrections } from './0013-voice-corrections.ts'
import { acrossArticles } from './0014-across-articles.ts'
import type { Migration } from './migration.ts'

/** Every migration in order. A new schema is one more entry here, with a file of its own where it takes more than a few lines. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  chainsAndLedger,
  claimCount,
  corrections,
  inputs,
  relays,
  entries,
  engines,
  leftOut,
  seals,
  correctionsInFull,
  voices,
  voiceCorrections,
  acrossArticles,
]

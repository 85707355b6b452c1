import { firstSchema } from './0001-first-schema.ts'
import { queuedArticle } from './0002-queued-article.ts'
import { partsWithoutKeys } from './0003-parts-without-keys.ts'
import { entries } from './0004-entries.ts'
import { engines } from './0005-engines.ts'
import { leftOut } from './0006-left-out.ts'
import { seals } from './0007-seals.ts'
import { correctionsInFull } from './0008-corrections-in-full.ts'
import { voices } from './0009-voices.ts'
import { voiceCorrections } from './0010-voice-corrections.ts'
import { acrossArticles } from './0011-across-articles.ts'
import type { Migration } from './migration.ts'

/** Every migration in order. A new schema is one more entry here, with a file of its own where it takes more than a few lines. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  queuedArticle,
  partsWithoutKeys,
  entries,
  engines,
  leftOut,
  seals,
  correctionsInFull,
  voices,
  voiceCorrections,
  acrossArticles,
]

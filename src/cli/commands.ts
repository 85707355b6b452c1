import type { Command } from 'commander'
import { addAnonymous } from './commands/anonymous.ts'
import { addAudit } from './commands/audit.ts'
import { addCalibrate } from './commands/calibrate.ts'
import { addCheck } from './commands/check.ts'
import { addClaims } from './commands/claims.ts'
import { addCopy } from './commands/copy.ts'
import { addCorrect } from './commands/correct.ts'
import { addDiff } from './commands/diff.ts'
import { addDoctor } from './commands/doctor.ts'
import { addEnqueue } from './commands/enqueue.ts'
import { addEval } from './commands/eval.ts'
import { addExplain } from './commands/explain.ts'
import { addExport } from './commands/export.ts'
import { addGold } from './commands/gold.ts'
import { addImport } from './commands/import.ts'
import { addManifest } from './commands/manifest.ts'
import { addMcp } from './commands/mcp.ts'
import { addMerge } from './commands/merge.ts'
import { addQuery } from './commands/query.ts'
import { addQuotations } from './commands/quotations.ts'
import { addQuote } from './commands/quote.ts'
import { addRead } from './commands/read.ts'
import { addReport } from './commands/report.ts'
import { addRetry } from './commands/retry.ts'
import { addRules } from './commands/rules.ts'
import { addRun } from './commands/run.ts'
import { addServe } from './commands/serve.ts'
import { addShow } from './commands/show.ts'
import { addSources } from './commands/sources.ts'
import { addStatus } from './commands/status.ts'
import { addVerify } from './commands/verify.ts'
import { addWork } from './commands/work.ts'
import type { Surroundings } from './surroundings.ts'

/** Adds one command to the program: its flags, its help with examples, and what it does. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void

/** Every command, in the order of the help. A new one is a file in `commands/` and a line here. */
export const COMMANDS: readonly AddCommand[] = [
  addRun,
  addRead,
  addRetry,
  addClaims,
  addQuery,
  addShow,
  addExplain,
  addDiff,
  addCorrect,
  addVerify,
  addManifest,
  addCheck,
  addQuote,
  addQuotations,
  addRules,
  addSources,
  addAnonymous,
  addAudit,
  addServe,
  addMcp,
  addReport,
  addExport,
  addImport,
  addEnqueue,
  addWork,
  addStatus,
  addMerge,
  addCopy,
  addEval,
  addGold,
  addCalibrate,
  addDoctor,
]

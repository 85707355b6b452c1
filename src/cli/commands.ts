import type { Command } from 'commander'
import { addAnonymous } from './commands/ask/anonymous.ts'
import { addAudit } from './commands/ask/audit.ts'
import { addClaims } from './commands/ask/claims.ts'
import { addDiff } from './commands/ask/diff.ts'
import { addExplain } from './commands/ask/explain.ts'
import { addQuery } from './commands/ask/query.ts'
import { addQuotations } from './commands/ask/quotations.ts'
import { addSchema } from './commands/ask/schema.ts'
import { addShow } from './commands/ask/show.ts'
import { addSources } from './commands/ask/sources.ts'
import { addCheck } from './commands/check/check.ts'
import { addManifest } from './commands/check/manifest.ts'
import { addQuote } from './commands/check/quote.ts'
import { addVerify } from './commands/check/verify.ts'
import { addCopy } from './commands/cluster/copy.ts'
import { addDoctor } from './commands/cluster/doctor.ts'
import { addEnqueue } from './commands/cluster/enqueue.ts'
import { addMerge } from './commands/cluster/merge.ts'
import { addStatus } from './commands/cluster/status.ts'
import { addWork } from './commands/cluster/work.ts'
import { addCalibrate } from './commands/correct/calibrate.ts'
import { addCorrect } from './commands/correct/correct.ts'
import { addEval } from './commands/correct/eval.ts'
import { addGold } from './commands/correct/gold.ts'
import { addImport } from './commands/correct/import.ts'
import { addExport } from './commands/hand-on/export.ts'
import { addMcp } from './commands/hand-on/mcp.ts'
import { addReport } from './commands/hand-on/report.ts'
import { addServe } from './commands/hand-on/serve.ts'
import { addRead } from './commands/run/read.ts'
import { addRetry } from './commands/run/retry.ts'
import { addRules } from './commands/run/rules.ts'
import { addRun } from './commands/run/run.ts'
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
  addSchema,
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

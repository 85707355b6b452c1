import type { Command } from 'commander'
import type { Surroundings } from './surroundings.ts'

/** Adds one command to the program: its flags, its help with examples, and what it does. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void

/**
 * Every command by its name, in the order of the help. A new one is a file in `commands/` and a line here.
 *
 * Each is loaded when it is needed: all of them together are a thousand modules, most of what a short command costs.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import('./commands/run/run.ts')).addRun,
  read: async () => (await import('./commands/run/read.ts')).addRead,
  retry: async () => (await import('./commands/run/retry.ts')).addRetry,
  claims: async () => (await import('./commands/ask/claims.ts')).addClaims,
  query: async () => (await import('./commands/ask/query.ts')).addQuery,
  schema: async () => (await import('./commands/ask/schema.ts')).addSchema,
  show: async () => (await import('./commands/ask/show.ts')).addShow,
  explain: async () => (await import('./commands/ask/explain.ts')).addExplain,
  diff: async () => (await import('./commands/ask/diff.ts')).addDiff,
  correct: async () => (await import('./commands/correct/correct.ts')).addCorrect,
  verify: async () => (await import('./commands/check/verify.ts')).addVerify,
  manifest: async () => (await import('./commands/check/manifest.ts')).addManifest,
  check: async () => (await import('./commands/check/check.ts')).addCheck,
  quote: async () => (await import('./commands/check/quote.ts')).addQuote,
  quotations: async () => (await import('./commands/ask/quotations.ts')).addQuotations,
  rules: async () => (await import('./commands/run/rules.ts')).addRules,
  sources: async () => (await import('./commands/ask/sources.ts')).addSources,
  anonymous: async () => (await import('./commands/ask/anonymous.ts')).addAnonymous,
  audit: async () => (await import('./commands/ask/audit.ts')).addAudit,
  serve: async () => (await import('./commands/hand-on/serve.ts')).addServe,
  mcp: async () => (await import('./commands/hand-on/mcp.ts')).addMcp,
  report: async () => (await import('./commands/hand-on/report.ts')).addReport,
  export: async () => (await import('./commands/hand-on/export.ts')).addExport,
  import: async () => (await import('./commands/correct/import.ts')).addImport,
  enqueue: async () => (await import('./commands/cluster/enqueue.ts')).addEnqueue,
  work: async () => (await import('./commands/cluster/work.ts')).addWork,
  status: async () => (await import('./commands/cluster/status.ts')).addStatus,
  merge: async () => (await import('./commands/cluster/merge.ts')).addMerge,
  copy: async () => (await import('./commands/cluster/copy.ts')).addCopy,
  eval: async () => (await import('./commands/correct/eval.ts')).addEval,
  gold: async () => (await import('./commands/correct/gold.ts')).addGold,
  calibrate: async () => (await import('./commands/correct/calibrate.ts')).addCalibrate,
  doctor: async () => (await import('./commands/cluster/doctor.ts')).addDoctor,
}

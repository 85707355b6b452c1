/** Exit codes of every command, as sysexits.h and shell custom have them. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 2,
  someFailed: 3,
  database: 4,
  defect: 70,
  io: 74,
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

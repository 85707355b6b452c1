import { onTestFinished } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { CONSOLE_LIMITS } from '../../src/web/sql/limits.ts'
import { PostgresConsole } from '../../src/web/sql/postgres/postgres-console.ts'

/** A console for that user's URL, until the test has ended. */
export async function startConsole(reading: string, limits = CONSOLE_LIMITS): Promise<PostgresConsole> {
  const reader = await openReader(reading)
  const console = new PostgresConsole(reading, reader.database, limits)
  onTestFinished(async () => {
    await console.close()
    await reader.close()
  })
  return console
}

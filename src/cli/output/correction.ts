import type { CorrectionTable } from '../../store/schema.ts'
import { toVisibleLine } from './visible.ts'

/** What a correction says, in words. */
export function describeCorrection({
  verdict,
  source,
  note,
}: Pick<CorrectionTable, 'verdict' | 'source' | 'note'>): string {
  const parts: string[] = []
  if (verdict !== null) parts.push(verdict === 'withdrawn' ? 'earlier corrections withdrawn' : verdict)
  if (source !== null) parts.push(`source is ${toVisibleLine(source)}`)
  if (note !== null) parts.push(`note “${toVisibleLine(note)}”`)
  return parts.join('; ')
}

import { NAMINGS } from '../../domain/labels.ts'
import type { Anonymity, Breakdown, Share, Unit } from '../audit-report.ts'
import { countedShare } from '../intervals/shares.ts'
import type { SelectedVoices } from '../select-voices.ts'

const ANONYMOUS = NAMINGS.indexOf('anonymous')

/**
 * Sources of whom the text says that their identity is withheld, with the reasons.
 *
 * @param byNaming The selection broken down by naming.
 */
export function measureAnonymity(selected: SelectedVoices, byNaming: Breakdown): Anonymity {
  const { start, claims, naming, reason } = selected.columns
  const counts = new Map<string, number>()
  let [anonymous, explained] = [0, 0]
  for (const article of selected.articles) {
    const end = start[article + 1] as number
    for (let row = start[article] as number; row < end; row++) {
      if (naming[row] !== ANONYMOUS || claims[row] === 0) continue
      anonymous++
      const text = reason.texts[reason.number[row] as number] as string | null
      if (text === null) continue
      explained++
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  const own = byNaming.rows.find(({ label }) => label === 'anonymous')
  const shareOf = (unit: Unit): Share => own?.all[unit] ?? countedShare(0, 0)
  return {
    sources: shareOf('sources'),
    claims: shareOf('claims'),
    quotedWords: shareOf('quotedWords'),
    explained: countedShare(explained, anonymous),
    reasons: [...counts]
      .map(([text, sources]) => ({ reason: text, sources }))
      .sort((a, b) => b.sources - a.sources || (a.reason < b.reason ? -1 : 1)),
  }
}

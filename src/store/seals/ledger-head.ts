import type { LedgerHead, SealedFacts } from '../../seal/seal.ts'

/** The chains of both ledgers: of what is said of claims, and of voices. */
export type LinkTable = 'correction_link' | 'voice_correction_link'

/** How long a ledger is, and the last link of its chain. */
export function selectLedgerHead(links: LinkTable): string {
  return `SELECT count(*) AS count, (SELECT digest FROM ${links} ORDER BY correction_id DESC LIMIT 1) AS head FROM ${links}`
}

/** Both ledgers as a seal holds them. */
export type SealedHeads = Pick<SealedFacts, 'corrections' | 'voiceCorrections'>

/** Of a ledger of voices that has nothing in it a seal says nothing, as those did that were made before there was one. */
export function toSealedHeads(corrections: LedgerHead, voiceCorrections: LedgerHead): SealedHeads {
  return voiceCorrections.count === 0 ? { corrections } : { corrections, voiceCorrections }
}

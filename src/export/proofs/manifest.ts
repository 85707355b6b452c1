import type { KeyObject } from 'node:crypto'
import { toSealLine, writeLine } from '../../seal/manifest/manifest.ts'
import { MANIFEST_VERSION, type ManifestLine } from '../../seal/manifest/manifest-form.ts'
import { signBytes } from '../../seal/manifest/signature.ts'
import { readContents } from '../../store/queries/seals/contents.ts'
import { findLedgerHead, streamLeaves, streamSeals } from '../../store/queries/seals/seals.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { Write } from '../write.ts'

export interface ManifestOptions {
  /** Whether the digest of every article, input and dead letter is given, so that what was rewritten can be named. */
  readonly leaves: boolean
  /** Private, of Ed25519; null for a manifest that is not signed, which is written as it comes. */
  readonly key: KeyObject | null
  /** ISO 8601. */
  readonly madeAt: string
  /** `hearsay 0.1.0` */
  readonly madeBy: string
}

/** Writes the seals of a database, for keeping elsewhere, and gives their number. */
export async function writeManifest(
  database: StoreDatabase,
  { leaves, key, madeAt, madeBy }: ManifestOptions,
  write: Write,
): Promise<number> {
  return await database.transaction().execute(async snapshot => {
    const written: string[] = []
    const put = async (line: ManifestLine) => {
      const text = writeLine(line)
      if (key !== null) written.push(text)
      await write(text)
    }
    let seals = 0
    await put({ manifest: { version: MANIFEST_VERSION } })
    for await (const seal of streamSeals(snapshot)) {
      await put({ seal: toSealLine(seal) })
      if (leaves)
        for await (const leaf of streamLeaves(snapshot, seal.number))
          await put({ leaf: { seal: seal.number, kind: leaf.kind, subject: leaf.subject, digest: leaf.digest } })
      seals++
    }
    await put({ corrections: await findLedgerHead(snapshot) })
    const voices = await findLedgerHead(snapshot, undefined, 'voice_correction_link')
    if (voices.count > 0) await put({ voice_corrections: voices })
    await put({ contents: await readContents(snapshot) })
    await put({ made: { at: madeAt, by: madeBy } })
    if (key !== null) await write(writeLine({ signature: signBytes(Buffer.from(written.join(''), 'utf8'), key) }))
    return seals
  })
}

import { z } from 'zod'

/*
 * The lines of a manifest, each a JSON object with one key that says what it is. A later manifest of the same database
 * has the lines of seals of an earlier one, and more.
 */

export const MANIFEST_VERSION = 1

export const DIGEST = z.string().regex(/^[0-9a-f]{64}$/, 'it must be a SHA-256 in 64 lower-case hexadecimal digits')
const COUNT = z.int().nonnegative()
const TIME = z.iso.datetime({ offset: true })

const SEAL_LINE = z.strictObject({
  number: COUNT,
  run: COUNT.nullable(),
  kind: z.enum(['run', 'later', 'merge']),
  sealed_at: TIME,
  run_digest: DIGEST.nullable(),
  size: COUNT,
  root: DIGEST,
  corrections: COUNT,
  corrections_head: DIGEST.nullable(),
  // Only where there were any, so that lines from before there were such stay as they are.
  voice_corrections: z.int().positive().optional(),
  voice_corrections_head: DIGEST.optional(),
  previous: z.array(DIGEST),
  digest: DIGEST,
})
const LEAF_LINE = z.strictObject({ seal: COUNT, kind: z.string(), subject: z.string(), digest: DIGEST.nullable() })
const SIGNATURE = z.strictObject({ ed25519: z.base64(), key: DIGEST })

export const MANIFEST_LINE = z.union([
  z.strictObject({ manifest: z.strictObject({ version: z.int() }) }),
  z.strictObject({ seal: SEAL_LINE }),
  z.strictObject({ leaf: LEAF_LINE }),
  z.strictObject({ corrections: z.strictObject({ count: COUNT, head: DIGEST.nullable() }) }),
  z.strictObject({ voice_corrections: z.strictObject({ count: COUNT, head: DIGEST.nullable() }) }),
  z.strictObject({ contents: z.strictObject({ articles: COUNT, root: DIGEST }) }),
  z.strictObject({ made: z.strictObject({ at: TIME, by: z.string() }) }),
  z.strictObject({ signature: SIGNATURE }),
])

export type ManifestLine = z.infer<typeof MANIFEST_LINE>
export type SealLine = z.infer<typeof SEAL_LINE>
/** `ed25519`: over all lines before it, in base64; `key`: SHA-256 of the public key as DER (SPKI). */
export type ManifestSignature = z.infer<typeof SIGNATURE>

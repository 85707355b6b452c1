import { z } from 'zod'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import type { ExportedClaim } from '../../../export/exported-claim.ts'
import type { NewCorrection } from '../../../store/new-correction.ts'
import { appendCorrections } from '../../../store/open-store.ts'
import { resolveClaim } from '../../../store/queries/resolve-claim.ts'
import { type ApiContext, defineRoute } from '../api-route.ts'
import { CLAIM } from '../schemas/claim.ts'
import { NEW_CORRECTION } from '../schemas/correction.ts'
import { CLAIM_PATH, readClaim } from './one-claim.ts'

export const correctOneClaim = defineRoute({
  id: 'correctClaim',
  method: 'post',
  at: '/claims/{claim}/corrections',
  summary: 'Say what is so of a claim (serve --edit)',
  description: 'A row is added to the ledger; what the machine found is kept beside it.',
  path: CLAIM_PATH,
  query: z.strictObject({}),
  body: NEW_CORRECTION,
  answer: { status: 201, name: 'Claim', schema: CLAIM, description: 'The claim as it stands now.' },
  problems: [404, 413, 415],
  async answerTo(context, { path, body }) {
    const { id } = await resolveClaim(context.site.database, path.claim)
    await appendCorrections(context.site.path, [id], toCorrection(body))
    return await readAfter(context, id)
  },
})

async function readAfter({ site }: ApiContext, id: string): Promise<ExportedClaim> {
  await site.index.takeCorrections()
  return await readClaim(site.database, id)
}

/** @throws HearsayError (2) when nothing is said, or it takes all back and says something at once */
function toCorrection(body: z.output<typeof NEW_CORRECTION>): NewCorrection {
  const { verdict = null, source = null, note = null, by = null } = body
  if ((verdict ?? source ?? note) === null)
    throw new HearsayError('Nothing is said of the claim; give a verdict, a source or a note.', EXIT.usage)
  if (verdict === 'withdrawn' && source !== null)
    throw new HearsayError('A withdrawal takes all back, and cannot give a source; do one after the other.', EXIT.usage)
  return { verdict, source, note, correctedBy: by }
}

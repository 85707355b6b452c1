import type { Finding } from '../../audit/finding.ts'
import { CarriedProofs, type ProofProblem } from '../../export/proofs/carried-proofs.ts'
import { checkReport } from '../../web/report/check-report.ts'
import type { LoadedManifest } from './load-manifest.ts'
import { openGivenFile, readGivenFile } from './read-given-file.ts'

const WHAT = 'file of proofs'

export interface ProofCounts {
  readonly articles: number
  readonly claims: number
}

/**
 * Holds the proofs of a file against a manifest that is trusted.
 *
 * @throws HearsayError (2) when the file is not there or carries no proof; (74) when it cannot be read
 */
export async function checkGivenProofs(
  name: string,
  { manifest }: LoadedManifest,
  workingFolder: string,
  onFinding: (finding: Finding) => void,
): Promise<ProofCounts> {
  const carried = new CarriedProofs(name, manifest.seals)
  const report = (problems: readonly ProofProblem[]) =>
    problems.forEach(problem => {
      onFinding({ kind: 'proof', uri: null, span: null, places: [], ...problem })
    })
  if (await isReport(name, workingFolder)) {
    const checked = await checkReport(await readGivenFile(WHAT, name, workingFolder), name, manifest.seals)
    report(checked.problems)
    return checked
  }
  const file = await openGivenFile(WHAT, name, workingFolder)
  // Closes the file when it has been read to its end.
  for await (const line of file.readLines({ encoding: 'utf8' })) report(carried.add(line))
  report(carried.end())
  return carried
}

/** A page begins with markup, everything else with JSON. */
async function isReport(name: string, workingFolder: string): Promise<boolean> {
  const file = await openGivenFile(WHAT, name, workingFolder)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1_000), 0, 1_000, 0)
    return buffer.subarray(0, bytesRead).toString('latin1').trimStart().toLowerCase().startsWith('<!doctype html')
  } finally {
    await file.close()
  }
}

import type { Finding } from '../audit/finding.ts'
import { CarriedProofs, type ProofProblem } from '../export/carried-proofs.ts'
import type { LoadedManifest } from './load-manifest.ts'
import { openGivenFile } from './read-given-file.ts'

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
      onFinding({ level: 'mismatch', kind: 'proof', uri: null, span: null, ...problem })
    })
  const file = await openGivenFile('file of proofs', name, workingFolder)
  // Closes the file when it has been read to its end.
  for await (const line of file.readLines({ encoding: 'utf8' })) report(carried.add(line))
  report(carried.end())
  return carried
}

import type { Contents } from '../../../seal/manifest/manifest.ts'
import { leafHash, RootBuilder } from '../../../seal/merkle.ts'
import { leafBytes } from '../../../seal/seal.ts'
import type { StoreDatabase } from '../../schema.ts'
import { streamArticleLeaves } from './seals.ts'

/** The articles that stand there, under one root: the same wherever the same articles were analysed in the same way. */
export async function readContents(database: StoreDatabase): Promise<Contents> {
  const builder = new RootBuilder()
  for await (const { id, digest } of streamArticleLeaves(database))
    builder.add(leafHash(leafBytes({ kind: 'article', subject: id, digest })))
  return { articles: builder.size, root: builder.root().toString('hex') }
}

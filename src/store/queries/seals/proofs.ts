import { HearsayError } from '../../../domain/errors.ts'
import { digestArticle } from '../../../seal/article-digest.ts'
import type { NumberedSeal } from '../../../seal/chain.ts'
import { HashList, leafHash, MerkleTree } from '../../../seal/merkle.ts'
import { PROOF_VERSION, type Proof } from '../../../seal/proof.ts'
import { leafBytes } from '../../../seal/seal.ts'
import type { StoreDatabase } from '../../schema.ts'
import { readArticleRows } from '../../seals/read-article-rows.ts'
import { type SealedArticle, streamArticleLeaves, streamLeaves, streamSeals } from './seals.ts'

/** The tree of a seal, with the places in it of articles that may be asked for. */
interface SealTree {
  readonly tree: MerkleTree
  readonly places: ReadonlyMap<string, number>
}

/** Makes inclusion proofs of articles. It holds 64 bytes for each leaf of the seals that they stand under, and 300 an article. */
export class ProofMaker {
  readonly #database: StoreDatabase
  readonly #seals: ReadonlyMap<number, NumberedSeal>
  readonly #articles: ReadonlyMap<string, SealedArticle>
  readonly #trees = new Map<number, SealTree>()

  private constructor(
    database: StoreDatabase,
    seals: ReadonlyMap<number, NumberedSeal>,
    articles: ReadonlyMap<string, SealedArticle>,
  ) {
    this.#database = database
    this.#seals = seals
    this.#articles = articles
  }

  /** @param articleId where only this one will be asked for */
  static async open(database: StoreDatabase, articleId?: string): Promise<ProofMaker> {
    const seals = new Map<number, NumberedSeal>()
    for await (const seal of streamSeals(database)) seals.set(seal.number, seal)
    const articles = new Map<string, SealedArticle>()
    for await (const article of streamArticleLeaves(database, articleId)) articles.set(article.id, article)
    return new ProofMaker(database, seals, articles)
  }

  /**
   * The proof of one article, by the last seal that holds it.
   *
   * @throws HearsayError (1) when its run has not been sealed yet, or its rows are no longer those that were
   */
  async prove(articleId: string): Promise<Proof> {
    const sealed = this.#articles.get(articleId)
    const seal = sealed === undefined ? undefined : this.#seals.get(sealed.sealNumber)
    if (sealed === undefined || seal === undefined)
      throw new HearsayError(
        `Article ${articleId} is under no seal yet: the run that wrote it has not ended; ask again when it has, or, if it was killed, after the next run.`,
        'article-unsealed',
      )
    const rows = await readArticleRows(this.#database, articleId)
    if (digestArticle(rows).toString('hex') !== sealed.digest)
      throw new HearsayError(
        `The rows of article ${articleId} are not those that were sealed, so nothing can be proved of it; hearsay verify says what was changed.`,
        'seal-broken',
      )
    const { tree, places } = await this.#treeOf(seal.number)
    const index = places.get(articleId)
    if (index === undefined) throw new Error(`article ${articleId} left its seal while it was read`)
    return {
      version: PROOF_VERSION,
      article: articleId,
      digest: sealed.digest,
      seal: seal.digest,
      index,
      size: tree.size,
      path: tree.path(index).map(hash => hash.toString('hex')),
      rows,
    }
  }

  async #treeOf(sealNumber: number): Promise<SealTree> {
    const known = this.#trees.get(sealNumber)
    if (known !== undefined) return known
    const hashes = new HashList()
    const places = new Map<string, number>()
    for await (const leaf of streamLeaves(this.#database, sealNumber)) {
      if (leaf.kind === 'article' && this.#articles.has(leaf.subject)) places.set(leaf.subject, hashes.size)
      hashes.add(leafHash(leafBytes(leaf)))
    }
    const tree = { tree: new MerkleTree(hashes), places }
    this.#trees.set(sealNumber, tree)
    return tree
  }
}

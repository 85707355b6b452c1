import { countUnvoicedArticles } from '../../store/queries/voices/unvoiced.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { note, type Surroundings } from '../surroundings.ts'

/** Says how many articles of a database are from before voices were kept: they count, and nobody seems to speak in them. */
export async function noteUnvoiced(surroundings: Surroundings, database: StoreDatabase): Promise<void> {
  const unvoiced = await countUnvoicedArticles(database)
  if (unvoiced === 0) return
  const whose = unvoiced === 1 ? '1 article was' : `${unvoiced} articles were`
  note(
    surroundings,
    `${whose} analysed before voices were kept, so that nobody speaks there in these figures: hearsay run --upgrade finds them.`,
  )
}

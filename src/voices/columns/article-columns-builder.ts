import { ArticleIdsBuilder } from './article-ids.ts'
import { TextColumnBuilder } from './text-column-builder.ts'
import { type ArticleColumns, type TextColumn, UNDATED } from './voice-columns.ts'

export interface VoicedArticle {
  readonly rowid: number
  /** Its SHA-256. */
  readonly id: string
  readonly publisher: string | null
  readonly section: string | null
  readonly byline: string | null
  readonly published_utc: string | null
}

const TEXTS = ['publisher', 'section', 'byline'] as const

/** Fills columns with articles as they come, and puts them in the order of their ids, which is the same in every store. */
export class ArticleColumnsBuilder {
  readonly #ids = new ArticleIdsBuilder()
  readonly #rowids: number[] = []
  readonly #published: number[] = []
  readonly #months: number[] = []
  readonly #texts = { publisher: new TextList(), section: new TextList(), byline: new TextList() }

  add(article: VoicedArticle): void {
    const { rowid, id, published_utc: utc } = article
    this.#ids.add(id)
    this.#rowids.push(rowid)
    this.#published.push(utc === null ? Number.NaN : Date.parse(utc))
    this.#months.push(utc === null ? UNDATED : Number(utc.slice(0, 4)) * 12 + Number(utc.slice(5, 7)) - 1)
    for (const name of TEXTS) this.#texts[name].add(article[name])
  }

  /** @param older `rowid`s of articles in whose place a newer version stands */
  build(older: ReadonlySet<number> = new Set()): ArticleColumns {
    const { ids, order } = this.#ids.build()
    const { length } = order
    const columns = {
      rowid: new Uint32Array(length),
      older: new Uint8Array(length),
      published: new Float64Array(length),
      month: new Int32Array(length),
    }
    for (let place = 0; place < length; place++) {
      const at = order[place] as number
      const rowid = this.#rowids[at] as number
      columns.rowid[place] = rowid
      columns.older[place] = older.has(rowid) ? 1 : 0
      columns.published[place] = this.#published[at] as number
      columns.month[place] = this.#months[at] as number
    }
    const { publisher, section, byline } = this.#texts
    const texts = { outlet: publisher.inOrder(order), section: section.inOrder(order), byline: byline.inOrder(order) }
    return { length, id: ids, ...columns, ...texts }
  }
}

/** Texts of which many are the same, each kept once, as they come. */
class TextList {
  readonly #known = new Map<string | null, string | null>()
  readonly #texts: (string | null)[] = []

  add(text: string | null): void {
    const known = this.#known.get(text)
    if (known === undefined) this.#known.set(text, text)
    this.#texts.push(known === undefined ? text : known)
  }

  inOrder(order: Uint32Array): TextColumn {
    const builder = new TextColumnBuilder(order.length)
    for (let place = 0; place < order.length; place++) builder.set(place, this.#texts[order[place] as number] ?? null)
    return builder.build()
  }
}

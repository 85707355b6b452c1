/** A web page with what somebody else's extractor says should be read of it; what is not known is left out. */
export interface ExpectedPage {
  /** Collection and name, for the list of losses. */
  readonly name: string
  readonly html: Uint8Array
  /** Paragraphs of the article, all of them. */
  readonly paragraphs?: readonly string[]
  /** Headlines and summaries, which may be read as well or not. */
  readonly allowed?: readonly string[]
  /** Strings that the text must hold, and strings that it must not. */
  readonly wanted?: readonly string[]
  readonly unwanted?: readonly string[]
  readonly title?: string
  /** The day of publication in `YYYY-MM-DD`, or several where time zones leave a choice. */
  readonly days?: readonly string[]
}

/** Pages of one collection. */
export interface Collection {
  readonly name: string
  pages(): Generator<ExpectedPage>
}

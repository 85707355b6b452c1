export interface EntryCounts {
  /** Objects without a field. */
  readonly empty?: number
  /** Lines that are no JSON, each another. */
  readonly broken?: number
  /** Articles whose text is empty. */
  readonly blank?: number
  /** Articles, each another. */
  readonly mended?: number
}

/** JSON Lines: entries that give no article, in the order in which they stand above, and an article after them. */
export function entriesOf(text: string, { empty = 0, broken = 0, blank = 0, mended = 0 }: EntryCounts): string {
  const lines = (length: number, line: (index: number) => string) => Array.from({ length }, (_, index) => line(index))
  return [
    ...lines(empty, () => '{}'),
    ...lines(mended, index => JSON.stringify({ text: `${index}. ${text}` })),
    ...lines(broken, index => `{"text": "${'x'.repeat(index)} "and" ${index}"}`),
    ...lines(blank, () => '{"text": " "}'),
    JSON.stringify({ text }),
  ].join('\n')
}

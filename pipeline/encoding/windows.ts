/** Tokens `[from, to)` that the encoder reads at once. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** What begins at a token, by how good a place it is to cut at. */
export const CUTS = { word: 0, sentence: 1, paragraph: 2 } as const
export type Cut = (typeof CUTS)[keyof typeof CUTS]

/** A window of less than this share of an even one has too little around what stands in it. */
const LEAST_SHARE = 0.75

/**
 * Cuts a text into windows of about even size, at the beginnings of paragraphs before those of sentences before those of words:
 * each token is read in exactly one, in order. Windows that share words brought nothing (decision 52). Costs as much as there are tokens.
 *
 * @param sizes pieces of each token, at least one
 * @param cutAt what begins at the token
 * @param most pieces of a window; a single token may have more
 */
export function planWindows(sizes: ArrayLike<number>, cutAt: (token: number) => Cut, most: number): Window[] {
  let rest = 0
  for (let i = 0; i < sizes.length; i += 1) rest += sizes[i] as number
  const windows: Window[] = []
  for (let from = 0; from < sizes.length; ) {
    const even = rest / Math.ceil(rest / most)
    const to = endOf(sizes, cutAt, from, even, most)
    for (let i = from; i < to; i += 1) rest -= sizes[i] as number
    windows.push({ from, to })
    from = to
  }
  return windows
}

/** The best place to end a window that begins at `from`: of the best kind of cut, the one that is nearest to `even` pieces. */
function endOf(
  sizes: ArrayLike<number>,
  cutAt: (token: number) => Cut,
  from: number,
  even: number,
  most: number,
): number {
  let pieces = 0
  let to = from
  let best: { readonly to: number; readonly cut: number; readonly off: number } | null = null
  while (to < sizes.length && (to === from || pieces + (sizes[to] as number) <= most)) {
    pieces += sizes[to] as number
    to += 1
    if (to === sizes.length) return to
    const cut = cutAt(to)
    const off = Math.abs(pieces - even)
    if (pieces < LEAST_SHARE * even) continue
    if (best === null || cut > best.cut || (cut === best.cut && off < best.off)) best = { to, cut, off }
  }
  return best?.to ?? to
}

/** Tokens `[from, to)` that the encoder reads at once, of which it decides `[low, high)`. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

export interface WindowLimits {
  /** Most pieces of a window, without what stands at its ends. A single token may have more. */
  readonly most: number
  /** About how many pieces two windows share, and twice as many at most, so that what stands near the end of one has words on both sides. */
  readonly shared: number
}

/**
 * Windows of whole sentences, where sentences are short enough, over all tokens: each token is decided in exactly one, in
 * order. Costs as much as there are tokens.
 *
 * @param sizes pieces of each token, at least one
 * @param opens whether a sentence begins at the token
 */
export function planWindows(
  sizes: ArrayLike<number>,
  opens: (token: number) => boolean,
  { most, shared }: WindowLimits,
): Window[] {
  const bounds: { readonly from: number; readonly to: number }[] = []
  for (let from = 0, last = 0; last < sizes.length; ) {
    const to = endOf(sizes, opens, from, last, most)
    bounds.push({ from, to })
    last = to
    from = nextStart(sizes, opens, from, to, shared)
  }
  const borders = bounds.slice(1).map(({ from }, i) => borderWithin(opens, from, (bounds[i] as { to: number }).to))
  return bounds.map((one, i) => ({ ...one, low: borders[i - 1] ?? 0, high: borders[i] ?? sizes.length }))
}

/** Where a window that begins at `from` ends: after all that fits, at a sentence's end after `beyond` where there is one. */
function endOf(
  sizes: ArrayLike<number>,
  opens: (token: number) => boolean,
  from: number,
  beyond: number,
  most: number,
): number {
  let room = most
  let to = from
  let sentence = beyond
  while (to < sizes.length && (to <= beyond || room >= (sizes[to] as number))) {
    room -= sizes[to] as number
    to += 1
    if (to < sizes.length && to > beyond && opens(to)) sentence = to
  }
  return to === sizes.length || sentence === beyond ? to : sentence
}

/** Where the next window begins: about `shared` pieces before the end of this one, twice as many at most, at a sentence. */
function nextStart(
  sizes: ArrayLike<number>,
  opens: (token: number) => boolean,
  from: number,
  to: number,
  shared: number,
): number {
  const goBack = (start: number, pieces: number) => {
    let room = pieces
    let at = start
    while (at > from + 1 && room >= (sizes[at - 1] as number)) {
      at -= 1
      room -= sizes[at] as number
    }
    return at
  }
  const start = goBack(to, shared)
  for (let sentence = start; sentence < to; sentence += 1) if (opens(sentence)) return sentence
  // One long sentence: from its beginning, as in training, unless that is far.
  for (let sentence = start, far = goBack(start, shared); sentence >= far; sentence -= 1)
    if (opens(sentence)) return sentence
  return start
}

/** The middle of what two windows share, or the sentence that begins next to it. */
function borderWithin(opens: (token: number) => boolean, from: number, to: number): number {
  const middle = (from + to) >> 1
  for (let border = middle; border < to; border += 1) if (opens(border)) return border
  return middle
}

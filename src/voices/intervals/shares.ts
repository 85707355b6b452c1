import type { Interval } from '../../evaluate/figures/figure.ts'
import { wilsonInterval } from '../../evaluate/figures/wilson.ts'
import { FEW, type Share } from '../audit-report.ts'

/** A share of things that are counted one by one, such as sources or articles, with Wilson's interval. */
export function countedShare(hits: number, n: number): Share {
  return n === 0 ? nothing : withInterval(hits, n, hits / n, wilsonInterval(hits, n), n < FEW)
}

/** How the wholes that a share is of are spread over articles. */
export interface Spread {
  /** Articles that have anything of the whole. */
  readonly articles: number
  /** Sum of the squares of what each has of it. */
  readonly squares: number
}

/**
 * A share of things that come by the article, such as claims or words.
 *
 * Below `FEW` articles, and where all or nothing hits, draws of articles say too little: intervals come out too narrow
 * (A. C. Cameron, J. B. Gelbach and D. L. Miller, Review of Economics and Statistics 90 (2008) 414–427). There it is Wilson's,
 * of as many trials as there are articles, those with more of the whole counted for more: (Σ n)² / Σ n², L. Kish, Survey
 * Sampling (1965). As all of an article can hit together but no more than that, the share varies at most so much.
 *
 * @param drawn its interval by draws of articles
 */
export function drawnShare(hits: number, n: number, spread: Spread, drawn: Interval | null): Share {
  if (n === 0) return nothing
  const share = hits / n
  const few = isFew(n, spread)
  if (drawn !== null && spread.articles >= FEW && hits > 0 && hits < n)
    // The middle of draws may miss the share itself where few draws have any of it.
    return { hits, n, share, low: Math.min(drawn.low, share), high: Math.max(drawn.high, share), few }
  const trials = (n * n) / spread.squares
  return withInterval(hits, n, share, wilsonInterval(share * trials, trials), few)
}

/**
 * A share of which only the standard error over articles is known: Wilson's interval of as many trials as would have that
 * error (E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201).
 */
export function estimatedShare(hits: number, n: number, spread: Spread, error: number | null): Share {
  if (n === 0) return nothing
  const share = hits / n
  const most = (n * n) / spread.squares
  const isTold = error !== null && error > 0 && spread.articles >= FEW && hits > 0 && hits < n
  const trials = isTold ? Math.max(1, (share * (1 - share)) / error ** 2) : most
  return withInterval(hits, n, share, wilsonInterval(share * trials, trials), isFew(n, spread))
}

/** Field by field: of a million shares, taking an interval over whole took longer than to find it. */
function withInterval(hits: number, n: number, share: number, { low, high }: Interval, few: boolean): Share {
  return { hits, n, share, low, high, few }
}

/** Four hundred claims of three articles are what three people chose to write. */
function isFew(n: number, { articles }: Spread): boolean {
  return n < FEW || articles < FEW
}

const nothing: Share = { hits: 0, n: 0, share: null, low: 0, high: 1, few: true }

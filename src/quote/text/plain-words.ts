/** Words that stand in every text: that two texts share them says little. Apostrophes straight. */
const PLAIN_WORDS = new Set(
  `a about after again all also am an and another any are aren't as at be because been before being between both but by
  can can't cannot could couldn't did didn't do does doesn't don't down each even every few for from further get go going
  got had has hasn't have haven't he he's her here hers him his how i i'm if in into is isn't it it's its just know like
  made make many may me might more most much must my need never no nor not now of off on one only or other our out over own
  said same say says she should so some such take than that that's the their them then there there's these they they're
  thing things think this those through to too under until up us very want was wasn't way we we're we've well were weren't
  what when where which while who whom whose why will with won't would wouldn't year years yes yet you your`.split(
    /\s+/,
  ),
)

/** How much it says that two texts share a word, from 0 to 1; the word in small letters. */
export function weightOf(folded: string): number {
  return PLAIN_WORDS.has(folded) ? 0.25 : 1
}

export function isPlain(folded: string): boolean {
  return PLAIN_WORDS.has(folded)
}

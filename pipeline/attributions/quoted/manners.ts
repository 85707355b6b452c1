/**
 * Ways to say how somebody speaks that take more than a word, as data: each begins at the verb of a sentence whose subject the quotation
 * behind it is of, with an example and one that it must not take.
 */
export const MANNERS = [
  {
    words: /\b(?:put|puts) (?:it|things)\b/u,
    reason: 'Whoever puts it in some way says it.',
    yes: 'put it more simply',
    no: 'put the keys down',
  },
  {
    words: /\bminc(?:e|es|ed|ing) (?:\p{Ll}+ )?words\b/u,
    reason: 'Words are minced, or not, in speech alone.',
    yes: 'minced no words',
    no: 'minced the meat',
  },
  {
    words: /\b(?:no|few|little|some|grave|serious) (?:doubts?|hesitation|illusions|qualms|regrets?|sympathy)\b/u,
    reason: 'What somebody has no doubt of they go on to say.',
    yes: 'no doubt',
    no: 'no money',
  },
  {
    words: /\bpull(?:s|ed)? no punches\b/u,
    reason: 'It is said of outspoken people.',
    yes: 'pulled no punches',
    no: 'pulled no carts',
  },
  {
    words: /\b(?:different|dim|darker|dimmer|harsher|kinder|rosier) view\b/u,
    reason: 'A view that differs is told next.',
    yes: 'harsher view',
    no: 'fine view',
  },
  {
    words: /\bs(?:ees?|aw) (?:it|this|that|things|matters) (?:\p{Ll}+ )?(?:differently|otherwise)\b/u,
    reason: 'How somebody sees it differently is told next.',
    yes: 'saw things differently',
    no: 'saw it leave',
  },
  {
    words: /\bstr(?:ikes?|uck) an? (?:\p{Ll}[\p{L}-]* )+(?:note|tone)\b/u,
    reason: 'A note or tone is struck by speaking.',
    yes: 'struck a softer tone',
    no: 'struck a tree',
  },
  {
    words: /\b(?:goes|went) (?:even )?further\b/u,
    reason: 'Whoever goes further than another says more.',
    yes: 'went even further',
    no: 'went home',
  },
  {
    words: /\bsh(?:akes?|ook) (?:his|her|their) heads?\b/u,
    reason: 'The gesture answers, and words follow it.',
    yes: 'shook her head',
    no: 'shook the tree',
  },
  {
    words: /\b(?:beg|begs|begged) to differ\b/u,
    reason: 'Whoever differs says so.',
    yes: 'begs to differ',
    no: 'begged for bread',
  },
  {
    words: /\btakes? (?:issue|exception)\b|\btook (?:issue|exception)\b/u,
    reason: 'Issue is taken in words.',
    yes: 'took issue',
    no: 'took a train',
  },
  {
    words:
      /\b(?:has|have|had) (?:an?|one|this|harsh|warm|kind|strong) (?:\p{Ll}+ )?(?:answer|advice|message|plea|question|request|theory|warning|words?)\b/u,
    reason: 'The message that somebody has is told next.',
    yes: 'has one simple message',
    no: 'has a boat',
  },
] as const

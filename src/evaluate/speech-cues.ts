/**
 * Lemmas of cues that report speech or writing, for scoring speech apart from attitudes. Written from the vocabulary
 * of reporting, not mined from a corpus, and never used to find attributions: the measure must not follow the system.
 */
export const SPEECH_LEMMAS: ReadonlySet<string> = new Set(
  `
  accord account accusation accuse acknowledge add address admit advise advocate affirm allegation allege amplify
  announce announcement answer apologise apologize appeal argue argument ask assert assertion assure attest avow
  beg berate blame blast blog boast brag brief broadcast
  call caution characterise characterize charge chide cite claim clarify comment commentary complain complaint concede
  conclude condemn confess confide confirm congratulate contend contradict convey counter criticise criticism criticize
  cry
  declaration declare decry demand denounce deny describe description detail dictate disclose discuss dismiss dispute
  divulge
  echo elaborate email emphasise emphasize enthuse estimate exclaim explain explanation exhort express
  forecast fume
  gripe grumble gush
  hail hint
  implore imply inform inquire insinuate insist instruct interject interview inveigh invoke itemise itemize
  jeer joke
  label lambast lambaste lament laud
  maintain mention message moan mumble murmur mutter
  narrate note notify
  object observe offer opine order outline
  paraphrase plead pledge point post praise predict proclaim promise pronounce propose protest publish put
  query question quip quote
  rail rant read reaffirm reassure rebuke rebut recall recite recommend recount refer refute reiterate reject relate release
  remark remind repeat reply report reportedly reprimand request respond response restate retort retweet reveal
  rule
  say scoff scold scream shout slam snap speak specify speech state statement stipulate stress submit suggest
  suggestion summarise summarize swear
  talk taunt tease tell testify testimony text threaten tout tweet
  underline underscore urge utter
  vent voice volunteer vow
  warn warning whisper write
  yell
  `
    .trim()
    .split(/\s+/u),
)

/** Forms that no regular ending gives. */
const IRREGULAR_LEMMAS: Readonly<Record<string, string>> = {
  said: 'say',
  spoke: 'speak',
  spoken: 'speak',
  swore: 'swear',
  sworn: 'swear',
  told: 'tell',
  written: 'write',
  wrote: 'write',
}

/** What a lower-case word may be a form of. Lists too much rather than too little: only listed lemmas count anyway. */
export function lemmasOf(word: string): readonly string[] {
  const lemmas = [word]
  const irregular = IRREGULAR_LEMMAS[word]
  if (irregular !== undefined) lemmas.push(irregular)
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    for (const replacement of replacements) lemmas.push(stem + replacement)
    // "putting", "referred"
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) lemmas.push(stem.slice(0, -1))
  }
  return lemmas
}

const ENDINGS = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['es', ['']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
] as const

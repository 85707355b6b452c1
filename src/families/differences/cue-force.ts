/** What a cue makes of what it attributes, beyond that it was said; each line a force and the lemmas that have it. */
const FORCES = new Map(
  `admission: admit concede confess acknowledge own allow grant
  allegation: claim allege purport profess
  insistence: insist maintain assert contend argue swear reiterate
  denial: deny reject dispute refute rebut dismiss contradict disavow
  boast: boast brag gloat
  confirmation: confirm verify corroborate affirm
  disclosure: reveal disclose divulge leak
  accusation: accuse blame denounce condemn charge
  warning: warn caution
  threat: threaten
  promise: promise pledge vow
  joke: joke quip
  retraction: retract recant backtrack apologize apologise
  belief: believe think suspect assume
  demand: demand order urge`
    .split('\n')
    .flatMap(line => {
      const [force = '', lemmas = ''] = line.trim().split(': ')
      return lemmas.split(' ').map(lemma => [lemma, force] as const)
    }),
)

/** The force of a cue; "plain" where it says no more than that something was said, as "said", "added" and "according to" do. */
export function forceOf(lemma: string): string {
  return FORCES.get(lemma.toLowerCase()) ?? 'plain'
}

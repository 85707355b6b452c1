/** Forms that no ending gives away, each line a word and its other forms. */
const IRREGULAR = new Map(
  `be am is are was were been being;will would shall should;can could;may might;have has had having;do does did done doing;
  begin began begun;become became;break broke broken;bring brought;build built;buy bought;catch caught;choose chose chosen;
  come came;deal dealt;draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;feel felt;fight fought;find found;
  fly flew flown;forget forgot forgotten;get got gotten;give gave given;go goes went gone;grow grew grown;hear heard;hide hid
  hidden;hold held;keep kept;know knew known;lead led;leave left;lend lent;lie lay lain;lose lost;make made;mean meant;meet met;
  pay paid;ride rode ridden;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent;shake shook shaken;
  shoot shot;show shown;sing sang sung;sink sank sunk;sit sat;sleep slept;speak spoke spoken;spend spent;stand stood;steal stole
  stolen;strike struck;swear swore sworn;swim swam;take took taken;teach taught;tear tore torn;tell told;think thought;throw
  threw thrown;understand understood;wear wore worn;win won;write wrote written;man men;woman women;child children;person
  people;foot feet;this these;that those`
    .split(';')
    .flatMap(line => {
      const [first = '', ...others] = line.trim().split(/\s+/)
      return [first, ...others].map(form => [form, first] as const)
    }),
)

/** Who speaks and of whom, which change where direct speech becomes indirect. */
const PERSONS = new Map(
  [
    ['i we he she they you me us him them it', 'they'],
    ['my our his her their your its mine ours theirs', 'their'],
    ['myself ourselves himself herself themselves itself', 'themselves'],
  ].flatMap(([forms = '', key = '']) => forms.split(' ').map(form => [form, key] as const)),
)

/**
 * The form by which a word is aligned: the same for what tense, number, person and British or American spelling make of it. Not a
 * word to be shown.
 *
 * @example
 * keyOf('warned') === keyOf('warns') // → true
 */
export function keyOf(word: string): string {
  const whole = PERSONS.get(word) ?? IRREGULAR.get(word)
  if (whole !== undefined) return whole
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word
  const stem = stemOf(word.replace(/'s?$/, ''))
  return IRREGULAR.get(stem) ?? stem
}

function stemOf(word: string): string {
  const bare = word.length < 4 ? word : withoutEnding(word)
  return bare
    .replace(/([bdfgklmnprtv])\1$/, '$1')
    .replace(/(?<=.{3})our$/, 'or')
    .replace(/(?<=.{2})tre$/, 'ter')
    .replace(/is(?=e?$|ation$)/, 'iz')
    .replace(/(?<=.{2})e$/, '')
    .replace(/(?<=.{2})enc$/, 'ens')
}

function withoutEnding(word: string): string {
  if (/(?:ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word) && !word.endsWith('is')) return word.slice(0, -1)
  if (word.length > 5 && /[aeiouy].*ing$/.test(word)) return word.slice(0, -3)
  if (word.length > 4 && /[aeiouy].*ed$/.test(word)) return word.slice(0, -2)
  return word
}

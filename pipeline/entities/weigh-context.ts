import type { Sentence, Token } from '../../src/domain/layers.ts'
import {
  isGenitive,
  isOrganisationWord,
  isPlaceName,
  isRole,
  KIN,
  OTHER_HEADS,
  PLACE_HEADS,
  WORKS,
} from '../word-classes.ts'
import { type Evidence, noEvidence } from './evidence.ts'
import type { Name } from './name.ts'

const SPEECH = new Set(
  'say tell add ask announce claim insist explain argue warn note write believe think deny admit reply respond suggest recall state declare tweet'.split(
    ' ',
  ),
)
const ACTS_OF_PEOPLE = new Set(
  'laugh smile die marry bear grow walk sit resign graduate retire study wear cry nod sing'.split(' '),
)
const BODY_AFTER = new Set(
  'spokesman spokeswoman spokesperson official executive employee staff member chairman chief ceo president director group organisation organization party company firm newspaper agency team bank website magazine headquarters office boss manager lawmaker candidate supporter fighter militant statement report player coach investor share magazine server customer analyst board'.split(
    ' ',
  ),
)
/** What companies are called as well as people. */
const MAKERS =
  /^(?:developer|contractor|client|operator|owner|builder|supplier|manufacturer|regulator|producer|insurer|lender|employer|exporter|importer|publisher)$/
const OF_STATES =
  /^(?:ally|rival|foe|enemy|partner|neighbou?r|member|mediator|guarantor|signatory|host|winner|exporter|importer|producer|supplier|buyer|backer|sponsor|donor|lender|critic|opponent|supporter)$/
const PLACE_AFTER = new Set(
  'province city district county region area town village island state suburb peninsula border coast airport'.split(
    ' ',
  ),
)
const PLACE_BEFORE = new Set(
  'town city village province region district island state suburb county capital port neighbourhood neighborhood municipality'.split(
    ' ',
  ),
)
const BODY_BEFORE = new Set(
  'group company firm party agency newspaper magazine website charity organisation organization bank club network broadcaster retailer airline maker team union station channel brand band publication'.split(
    ' ',
  ),
)

const WITHIN: ReadonlySet<string> = new Set('in near across throughout outside inside around'.split(' '))
const TOWARDS: ReadonlySet<string> = new Set('at from to into toward towards'.split(' '))
const PERSONAL: ReadonlySet<string> = new Set(['who', 'whose', 'himself', 'herself'])
const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had'])
const OF: ReadonlySet<string> = new Set(['of', 'from', 'with'])
const DONE_TO_BODIES: ReadonlySet<string> = new Set(['join', 'found', 'accuse', 'sue', 'lead'])
const NAMING: ReadonlySet<string> = new Set(['name', 'dub', 'call', 'entitle', 'title'])

/** What stands around one mention of a name says about its type. `key` is the name's own words. */
export function weighContext(tokens: readonly Token[], sentence: Sentence, name: Name, key: string): Evidence {
  const evidence = noEvidence()
  const at = (i: number): Token | undefined =>
    i >= sentence.firstToken && i < sentence.endToken ? tokens[i] : undefined
  if (!name.nested) {
    weighBefore(evidence, at, name)
    weighAfter(evidence, at, name, key)
  }
  return evidence
}

type At = (i: number) => Token | undefined

function weighBefore(evidence: Evidence, at: At, { from, nameFrom, to }: Name): void {
  const before = at(from - 1)
  if (before === undefined || nameFrom > from) return
  const article = before.lower === 'the'
  const previous = article ? at(from - 2) : before
  if (article) {
    evidence.person -= 1.5
    if (to - nameFrom > 1) evidence.organisation += 0.7
    else evidence.other += 0.4
    if (at(from - 2)?.lower === 'of') evidence.organisation += 0.3
  }
  if (previous === undefined) return
  const { lower } = previous
  // In "in Bruce Wayne's manor" and "near KPA posts" the preposition is about the noun that follows.
  const modifies = isGenitive(at(to)) || at(to)?.pos === 'NOUN' || at(to)?.pos === 'ADJ'
  const share = modifies ? 0.2 : 1
  if (WITHIN.has(lower)) evidence.place += share * (article ? 1 : 2)
  else if (TOWARDS.has(lower)) evidence.place += share * (article ? 0.4 : 0.8)
  if (!article && (lower === 'at' || lower === 'for' || lower === 'by')) evidence.organisation += 0.3
  if (lower === 'of') weighAfterOf(evidence, at(article ? from - 3 : from - 2))
  if (!article) {
    if (PLACE_BEFORE.has(previous.lemma) && previous.pos === 'NOUN') evidence.place += 2
    if (BODY_BEFORE.has(previous.lemma)) evidence.organisation += 2.5
    else if (WORKS.has(previous.lemma) && previous.pos === 'NOUN') evidence.other += 2.5
    else if (isRole(previous) && previous.pos !== 'VERB') evidence.person += lower === previous.lemma ? 3 : 2
    // "gods such as Zeus"
    if (
      lower === 'as' &&
      at(from - 2)?.lower === 'such' &&
      isRoleBefore(at, at(from - 3)?.text === ',' ? from - 4 : from - 3)
    )
      evidence.person += 2.5
    else if (lower === 'as' && at(from - 2)?.lower === 'such' && at(from - 3)?.pos === 'NOUN') evidence.other += 1
    // "the historian, Ann Lee," and "her husband, Sam Lee,": an apposition the other way round.
    if (lower === ',' && BODY_BEFORE.has(at(from - 2)?.lemma ?? '')) evidence.organisation += 2
    else if (lower === ',' && MAKERS.test(at(from - 2)?.lower ?? '')) evidence.organisation += 1.5
    else if (lower === ',' && isRoleBefore(at, from - 2)) evidence.person += 1.5
  }
  if (DONE_TO_BODIES.has(previous.lemma)) evidence.organisation += 0.5
  if (NAMING.has(previous.lemma)) evidence.other += 0.5
  if (/^["“]$/.test(previous.text) && /^["”,]$/.test(at(to)?.text ?? '')) evidence.other += 2
}

/** Nothing in front of the name makes it the object of something. */
function isAgent(at: At, from: number): boolean {
  const before = at(at(from - 1)?.lower === 'the' ? from - 2 : from - 1)
  return before === undefined || !(before.pos === 'ADP' || before.pos === 'VERB')
}

function weighAfterOf(evidence: Evidence, noun: Token | undefined): void {
  if (noun === undefined) return
  // "Kunle Fashanu, of Palmgrove"
  if (noun.text === ',') evidence.organisation += 1
  if (
    PLACE_BEFORE.has(noun.lemma) ||
    /^(?:north|south|east|west|part|outskirts|coast|people|resident|parts)$/.test(noun.lemma)
  )
    evidence.place += 2.5
  else if (
    /^(?:member|employee|director|chairman|chair|chief|founder|head|president|spokesman|editor|owner|leader|ceo|secretary)$/.test(
      noun.lemma,
    )
  )
    evidence.organisation += 1.5
  else if (
    /^(?:murder|death|killing|arrest|trial|conviction|voice|resignation|assassination|portrait|biography)$/.test(
      noun.lemma,
    )
  )
    evidence.person += 1.5
  else if (/^\p{Lu}/u.test(noun.text)) evidence.organisation += 1.5
}

function isRoleBefore(at: At, i: number): boolean {
  const token = at(i)
  return token !== undefined && token.pos === 'NOUN' && isRole(token)
}

function weighAfter(evidence: Evidence, at: At, { from, nameFrom, to }: Name, phrase: string): void {
  const after = at(to)
  if (after === undefined) return
  const next = at(to + 1)
  const several = to - nameFrom > 1
  if (isGenitive(after)) {
    if (next !== undefined && KIN.has(next.lower)) evidence.person += 2.5
    else if (next !== undefined && /^\p{Lu}/u.test(next.text) && !isPlaceName(phrase)) evidence.organisation += 1.2
    return
  }
  // "ACCRA, Ghana (Reuters) —": a dateline.
  const dateline = at(from - 1) === undefined && /^[,(—–-]$/.test(after.text)
  if (dateline && isLoud(at, from, to)) evidence.place += 3
  if (after.text === ',') weighApposition(evidence, at, to + 1, isPlaceName(phrase))
  if (after.text === '(' && next !== undefined && /^\d{2}$/.test(next.text)) evidence.person += 3
  if (PERSONAL.has(after.lower)) evidence.person += 1.2
  if (after.text === ',' && next?.lower === 'which') {
    evidence.organisation += 1
    evidence.place += 0.5
    evidence.person -= 3
  }
  if (after.lower === 'aged' && at(from - 1)?.lower !== 'the') evidence.person += 2
  if (SPEECH.has(after.lemma) && after.pos !== 'NOUN') {
    evidence.person += several ? 1.2 : 1
    evidence.organisation += 0.8
  } else if ((after.pos === 'VERB' || HAVE.has(after.lower)) && isPlaceName(phrase) && isAgent(at, from)) {
    // A country that acts is its government or its team.
    evidence.organisation += 1.2
  }
  if (ACTS_OF_PEOPLE.has(after.lemma) && after.pos === 'VERB') evidence.person += 1
  if (after.pos === 'NOUN' || after.pos === 'ADJ') {
    const head = after.pos === 'ADJ' && next?.pos === 'NOUN' ? next : after
    if (PLACE_AFTER.has(head.lemma)) evidence.place += 1.5
    else if (BODY_AFTER.has(head.lemma)) evidence.organisation += 1.5
    else if (OTHER_HEADS.has(head.lower)) evidence.other += 0.5
    if (/^(?:administration|campaign|government|cabinet|regime|presidency|camp)$/.test(head.lower))
      evidence.person += 1.8
    if (!several) evidence.person -= 0.5
  }
  if (after.pos === 'NUM' && /^\d{1,2}$/.test(after.text)) {
    // "Belgium 3 – 0 Panama" is a result, "Windows 7" a product.
    if (/^[-–—]$/.test(next?.text ?? '')) evidence.organisation += 2
    else evidence.other += 2
  }
  if (OF.has(after.lower) && next !== undefined && /^\p{Lu}|^the$/u.test(next.text)) evidence.person += 0.3
  if (after.text === '-') evidence.other += 0.5
  // "Image: …" is a label.
  if (after.text === ':' && !several) evidence.other += 1.5
}

/** "…, a professor at Leeds," "…, 54," "…, Florida". */
function weighApposition(evidence: Evidence, at: At, from: number, listed: boolean): void {
  const first = at(from)
  if (first === undefined) return
  if (/^\d{1,2}$/.test(first.text) && /^[,.]$/.test(at(from + 1)?.text ?? '')) {
    evidence.person += 3
    return
  }
  if (/^\p{Lu}/u.test(first.text)) {
    const two = `${first.lower} ${at(from + 1)?.lower ?? ''}`
    if (
      (isPlaceName(first.lower) || isPlaceName(two)) &&
      /^[,.)]$/.test(at(isPlaceName(two) ? from + 2 : from + 1)?.text ?? '')
    )
      evidence.place += 1.5
    return
  }
  const opens = first.pos === 'DET' || first.pos === 'NOUN' || first.pos === 'ADJ' || first.lower === 'one'
  if (first.lower === 'who') evidence.person += 2
  if (!opens) return
  for (let i = from; i < from + 8; i += 1) {
    const token = at(i)
    if (
      token === undefined ||
      token.pos === 'PUNCT' ||
      token.pos === 'VERB' ||
      token.pos === 'ADP' ||
      token.pos === 'CCONJ' ||
      token.lower === 'of'
    ) {
      const head = at(i - 1)
      if (head === undefined || head.pos !== 'NOUN') return
      // "Moscow, a close ally,": what states are to one another.
      if (listed && OF_STATES.test(head.lower)) evidence.place += 1
      else if (MAKERS.test(head.lower)) evidence.organisation += 1.5
      else if (isRole(head)) evidence.person += 2.5
      else if (BODY_BEFORE.has(head.lemma) || isOrganisationWord(head)) evidence.organisation += 2
      else if (PLACE_HEADS.has(head.lemma) || PLACE_BEFORE.has(head.lemma)) evidence.place += 2
      return
    }
  }
}

function isLoud(at: At, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const text = at(i)?.text ?? ''
    if (text.length < 2 || text !== text.toUpperCase()) return false
  }
  return true
}

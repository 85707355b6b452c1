import type { TextSpan } from '../../domain/record.ts'
import type { ExportedClaim, OffsetPair } from '../exported-claim.ts'

/** Another outlet that an article itself says it quotes. */
export interface QuotedOutlet {
  /** Its words, without an article before them. */
  readonly outlet: string
  /** "told Reuters", "was quoted by state radio", "Reuters reported". */
  readonly how: 'told' | 'quoted' | 'reported'
  readonly spans: readonly OffsetPair[]
}

const AGENCIES = `Reuters|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|Bloomberg|UPI|United Press International|dpa|Xinhua|TASS|Interfax|ANSA|EFE|PTI|Press Trust of India|PA|Press Association|Kyodo|Yonhap|CNN|BBC|NPR|CBS|NBC|ABC|MSNBC|Al Jazeera`
/** A name that ends so is an outlet's by itself; one that ends in the others only with an article before it: "Emily Post". */
const SURE = 'Times|Herald|Tribune|Gazette|Guardian|Telegraph|Chronicle|News|Radio|TV|Television'
const UNSURE = 'Post|Journal|Independent|Mail|Mirror|Observer|Globe|Star|Sun|Examiner|Magazine|Courier'
const WORD = String.raw`\p{Lu}[\p{L}\p{M}&.’'-]*`
const KIND = String.raw`(?:\p{Ll}+ )?(?:news agency|agency|newspaper|paper|magazine|broadcaster|website|radio|television|channel)`

/** "the BBC", "Reuters news agency", "the newspaper Le Monde", "state radio". */
const OUTLET = new RegExp(
  String.raw`^(?:(?:the |The )?(?:${KIND} )?(?:${AGENCIES})(?: (?:News|Radio|${KIND}|\p{Ll}+ service))?|(?:the |The )?(?:${KIND} )?(?:${WORD} ){1,4}(?:${SURE})|(?:the |The )(?:${KIND} )?(?:${WORD} ){0,4}(?:${SURE}|${UNSURE})|(?:the )?(?:state|national|public|local) (?:radio|television|TV|broadcaster)|(?:the |an? )?(?:newspaper|magazine|broadcaster|news agency) ${WORD}(?: ${WORD})*)$`,
  'u',
)
/** Cues by which an outlet is said to have published something; of what it says of itself it is no other's quotation. */
const REPORTING = new Set(['report', 'write', 'publish', 'reveal', 'accord'])

/** Where an article says which outlet somebody told a claim, or which one reported it; null where it does not. */
export function findQuotedOutlet(
  claim: ExportedClaim,
  relay: readonly TextSpan[],
  { publisher, uri }: { readonly publisher: string | null; readonly uri: string },
): QuotedOutlet | null {
  if (claim.negated || claim.hedged || claim.status === 'rejected') return null
  const { addressee, source, cue } = claim
  const isReporting = source !== null && source.kind !== 'person' && REPORTING.has(cue.lemma)
  const found: readonly (QuotedOutlet | null)[] = [
    addressee === null ? null : { outlet: addressee.text, how: 'told', spans: addressee.spans },
    relay.length === 0
      ? null
      : {
          outlet: relay.map(({ text }) => text).join(' '),
          how: 'quoted',
          spans: relay.map(({ start, end }): OffsetPair => [start, end]),
        },
    isReporting ? { outlet: source.text, how: 'reported', spans: source.spans } : null,
  ]
  for (const one of found)
    if (one !== null && OUTLET.test(one.outlet) && !isOwn(one.outlet, publisher, uri))
      return { ...one, outlet: one.outlet.replace(/^(?:the|a|an) /iu, '') }
  return null
}

/** Who writes "told Reuters" at Reuters quotes nobody else. */
function isOwn(outlet: string, publisher: string | null, uri: string): boolean {
  const name = toLetters(outlet.replace(/^the /iu, ''))
  const own = toLetters((publisher ?? '').replace(/^the /iu, ''))
  const host = URL.canParse(uri) ? toLetters(new URL(uri).hostname) : ''
  return (own !== '' && (own.includes(name) || name.includes(own))) || host.includes(name)
}

function toLetters(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

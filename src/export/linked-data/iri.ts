/**
 * The IRI of exactly this text: a name by its SHA-256 as in RFC 6920, which nobody has to give out and anybody can check.
 *
 * @param articleId SHA-256 in hex
 * @example
 * textIri('00'.repeat(32)) // → 'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
 */
export function textIri(articleId: string): string {
  return `ni:///sha-256;${Buffer.from(articleId, 'hex').toString('base64url')}`
}

/** The IRI of a claim, as a part of its article's text. */
export function claimIri(articleId: string, claimId: string): string {
  return `${textIri(articleId)}#claim-${claimId}`
}

/** An article's URI where it is an address that means the same everywhere; null for a path of some machine. */
export function webAddress(uri: string): string | null {
  if (!/^(?:https?:\/\/|urn:|tag:)\S+$/i.test(uri)) return null
  return URL.canParse(uri) ? uri : null
}

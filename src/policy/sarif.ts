import { createHash } from 'node:crypto'
import type { Policy, Rule } from './policy.ts'
import type { ArticleOfFinding, JointFinding, PolicyFinding } from './policy-finding.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/**
 * Findings as a log in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).
 *
 * `charOffset`, `charLength` and columns count Unicode code points (`columnKind`), in the article's text as Hearsay stores
 * it. Where an article was read from a plain text file in UTF-8 without a byte order mark that is the file; otherwise
 * `textSha256` of the artifact says which text it is.
 */
export function toSarif(findings: readonly (PolicyFinding | JointFinding)[], policy: Policy, version: string): object {
  const articles = [
    ...new Map(findings.flatMap(({ article }) => (article === null ? [] : [[article.id, article]]))).values(),
  ]
  const indexOf = new Map(articles.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Hearsay', semanticVersion: version, rules: policy.rules.map(toRule) } },
        columnKind: 'unicodeCodePoints',
        newlineSequences: ['\r\n', '\n'],
        artifacts: articles.map(({ id, uri, title, sha256 }) => ({
          location: {
            uri: toUriReference(uri),
            ...(title === null ? {} : { description: { text: toMessage(title) } }),
          },
          properties: { textSha256: id, inputSha256: sha256 },
        })),
        results: findings.map(finding => toResult(finding, policy, indexOf.get(finding.article?.id ?? '') ?? 0)),
      },
    ],
  }
}

function toRule({ id, check, severity }: Rule): object {
  const kind = RULE_KINDS.find(({ name }) => name === check)
  return {
    id,
    shortDescription: { text: kind?.description ?? check },
    defaultConfiguration: { level: severity },
    properties: { check },
  }
}

function toResult(
  { rule, severity, message, article, claims, span }: PolicyFinding | JointFinding,
  policy: Policy,
  index: number,
) {
  return {
    ruleId: rule,
    ruleIndex: policy.rules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: toMessage(message) },
    // What is found in all articles together lies in none of them.
    locations: article === null ? [] : [{ physicalLocation: locate(article, span, index) }],
    // The same finding has the same fingerprint in every run, whatever else was found.
    partialFingerprints: {
      'hearsayFinding/v1': createHash('sha256')
        .update(JSON.stringify([rule, article?.id ?? null, claims, span?.start ?? null, span?.end ?? null]))
        .digest('hex'),
    },
    properties: { claims },
  }
}

function locate({ uri }: ArticleOfFinding, span: PolicyFinding['span'], index: number): object {
  const artifactLocation = { uri: toUriReference(uri), index }
  if (span === null) return { artifactLocation }
  const { startLine, startColumn, endLine, endColumn, start, end, text } = span
  const lines = { startLine, startColumn, endLine, endColumn }
  return {
    artifactLocation,
    region: { ...lines, charOffset: start, charLength: end - start, snippet: { text } },
  }
}

/** A text in which braces and links mean nothing, as SARIF has it for messages. */
function toMessage(text: string): string {
  const plain = text.replaceAll('{', '{{').replaceAll('}', '}}')
  return plain.includes('](') ? plain.replaceAll(/[\\[\]]/g, '\\$&') : plain
}

/**
 * A URI reference (RFC 3986) of an address or path: what may not stand in one is encoded, and what is encoded already
 * stays so.
 *
 * @example
 * toUriReference('news/a b.txt') // → 'news/a%20b.txt'
 */
export function toUriReference(uri: string): string {
  const encoded = uri.replaceAll(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
  const [path = '', ...fragments] = encoded.split('#')
  const single = fragments.length === 0 ? path : `${path}#${fragments.join('%23')}`
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(uri)
  // A colon in the first segment of a path would make a scheme of it.
  return !hasScheme && /^[^/]*:/.test(single) ? `./${single}` : single
}

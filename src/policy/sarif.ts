import { createHash } from 'node:crypto'
import type { Policy, Rule } from './policy.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/**
 * Findings as a log in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).
 *
 * `charOffset`, `charLength` and columns count Unicode code points (`columnKind`), in the article's text as Hearsay stores
 * it. Where an article was read from a plain text file in UTF-8 without a byte order mark that is the file; otherwise
 * `textSha256` of the artifact says which text it is.
 */
export function toSarif(findings: readonly PolicyFinding[], policy: Policy, version: string): object {
  const articles = [...new Map(findings.map(({ article }) => [article.id, article])).values()]
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
        results: findings.map(finding => toResult(finding, policy, indexOf.get(finding.article.id) ?? 0)),
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

function toResult({ rule, severity, message, article, claims, span }: PolicyFinding, policy: Policy, index: number) {
  const artifactLocation = { uri: toUriReference(article.uri), index }
  return {
    ruleId: rule,
    ruleIndex: policy.rules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: toMessage(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          ...(span === null
            ? {}
            : {
                region: {
                  startLine: span.startLine,
                  startColumn: span.startColumn,
                  endLine: span.endLine,
                  endColumn: span.endColumn,
                  charOffset: span.start,
                  charLength: span.end - span.start,
                  snippet: { text: span.text },
                },
              }),
        },
      },
    ],
    // The same finding has the same fingerprint in every run, whatever else was found.
    partialFingerprints: {
      'hearsayFinding/v1': createHash('sha256')
        .update(JSON.stringify([rule, article.id, claims, span?.start ?? null, span?.end ?? null]))
        .digest('hex'),
    },
    properties: { claims },
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

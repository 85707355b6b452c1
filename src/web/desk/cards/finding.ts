import type { Policy, Severity } from '../../../policy/policy.ts'
import type { PolicyFinding } from '../../../policy/policy-finding.ts'
import { RULE_KINDS } from '../../../policy/rule-kinds.ts'
import { type Html, html } from '../../page/html.ts'
import type { DeskClaim } from './read-desk.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }

/** A finding with the number that it has on its page. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: PolicyFinding
}

/** What a finding says, its rule, what that means, and the claims concerned. */
export function renderFinding(
  { number, finding }: NumberedFinding,
  policy: Policy,
  claimOf: (id: string) => Pick<DeskClaim, 'number'> | undefined,
  addressOf: (claimId: string) => string,
): Html {
  const { severity, message, rule, claims, span } = finding
  // A finding on the article as a whole concerns half of its claims: naming them all says nothing.
  const links = (span === null ? [] : claims).flatMap(id => {
    const claim = claimOf(id)
    return claim === undefined ? [] : [html` <a href="${addressOf(id)}" data-claim="${id}">Claim ${claim.number}</a>`]
  })
  return html`<li class="finding is-${severity}" id="finding-${number}" tabindex="-1">
    <p><strong class="severity">${SEVERITY[severity]}</strong> ${message}</p>
    <p class="meta"><code>${rule}</code> ${meaningOf(rule, policy)}${links}</p>
  </li>`
}

/** The sign in the text that leads to a finding. */
export function renderFlag({ number, finding }: NumberedFinding): Html {
  const label = `${SEVERITY[finding.severity]}: ${finding.rule}`
  return html`<a class="flag is-${finding.severity}" data-apart href="#finding-${number}" aria-label="${label}" title="${finding.message}">⚑</a>`
}

/** What a rule looks for, in the words of its kind. */
function meaningOf(rule: string, policy: Policy): string {
  const check = policy.rules.find(({ id }) => id === rule)?.check
  return RULE_KINDS.find(({ name }) => name === check)?.description ?? ''
}

import { STATUS_CODES } from 'node:http'
import { EXIT, type HearsayError } from '../../domain/errors.ts'
import type { Problem } from './schemas/problem.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** The status that says best what an error of the user's says in words. */
export function statusOf({ exitCode, message }: HearsayError): 400 | 404 | 503 {
  if (exitCode !== EXIT.usage) return 503
  return /^(No |There is no )/.test(message) ? 404 : 400
}

/** An answer that says what went wrong, by RFC 9457. */
export function problem(
  status: number,
  detail: string,
  { errors, headers = {} }: { readonly errors?: Problem['errors']; readonly headers?: Record<string, string> } = {},
): Response {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    ...(errors === undefined ? {} : { errors }),
  }
  return new Response(`${JSON.stringify(body)}\n`, { status, headers: { ...headers, 'Content-Type': PROBLEM_TYPE } })
}

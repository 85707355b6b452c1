import type { Grounded } from '../../src/domain/layers.ts'

/** How words beside a name say what somebody is. */
export const INTRODUCTION_FORMS = {
  title: 'An office or trade stands right before the name.',
  before: 'A phrase in apposition stands before the name.',
  behind: 'A phrase in apposition stands behind the name.',
  clause: 'A relative clause behind the name says it.',
  predicate: 'A sentence says that they are it.',
  place: 'The name goes on with whom they belong to.',
  party: 'Party and place stand behind the name.',
} as const
export type IntroductionForm = keyof typeof INTRODUCTION_FORMS

/** What the words beside one mention say of who is mentioned. */
export interface Introduction {
  readonly form: IntroductionForm
  readonly role: Grounded<string> | null
  readonly affiliation: Grounded<string> | null
}

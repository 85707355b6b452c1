import type { Act } from '../../src/domain/labels.ts'

export function actOf(_lemma: string): Act {
  return 'statement'
}

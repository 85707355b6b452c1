import type { MarkupElement } from './markup-node.ts'

/** Whether what stands in an element of this name is running text. */
export function isParagraph({ nodeName }: MarkupElement): boolean {
  return nodeName === 'p' || /^h[1-6]$/.test(nodeName)
}

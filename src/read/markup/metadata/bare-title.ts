/** The words of a title or a name in lower case, without the marks around and between them: what makes two of them the same. */
export function bareTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

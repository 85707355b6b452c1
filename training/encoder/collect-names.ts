/** Words with a capital inside sentences of all articles: what may stand for a name. */
export function collectNames(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const [name] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?=[ ,.])/gu))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  const common = new Set(texts.flatMap(text => text.match(/(?<!\p{L})\p{Ll}{3,}/gu) ?? []))
  // Often named ones would come back everywhere, and what is written once is too often no name.
  return [...counts]
    .filter(([name, count]) => count >= 2 && count <= 30 && !common.has(name.toLowerCase()))
    .map(([name]) => name)
}

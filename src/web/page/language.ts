/** An article's language as a browser understands it; what an input calls its language may be anything. */
export function languageOf(language: string | null): string {
  return language !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en'
}

import type { ArticleRecord } from '../../domain/record.ts'
import { NAME_TYPES, type NamedArticle, type NameType, OTHER_PRONOUNS, PERSONAL_PRONOUNS } from './named-article.ts'

/** An analysed article's names and pronouns as predictions to score. A title that stands for its holder ("the President")
 * counts as a name, as it does in the gold. Its name is the article's URI. */
export function toNamedArticle({ article, mentions }: ArticleRecord): NamedArticle {
  return {
    name: article.uri,
    text: article.text,
    names: mentions.flatMap(({ type, name, start, end, text, chain }) =>
      isNameType(type) &&
      !PERSONAL_PRONOUNS.has(text.toLowerCase()) &&
      (name !== null || !OTHER_PRONOUNS.has(text.toLowerCase()))
        ? [{ ...(name ?? { start, end }), type, chain: chain === null ? null : String(chain) }]
        : [],
    ),
    pronouns: mentions.flatMap(({ start, end, text, chain }) =>
      PERSONAL_PRONOUNS.has(text.toLowerCase()) ? [{ start, end, chain: chain === null ? null : String(chain) }] : [],
    ),
  }
}

function isNameType(type: string): type is NameType {
  return (NAME_TYPES as readonly string[]).includes(type)
}

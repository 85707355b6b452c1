import type { Article } from '../../../src/domain/article.ts'
import type { ArticleRecord } from '../../../src/domain/record.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { Analyser } from '../../../src/run/analyser.ts'

/** Every way to fail, by the word that an article has to hold. */
export const POISONS = {
  'POISON-THROW': () => {
    throw new TypeError('the stage cannot cope')
  },
  'POISON-THROW-STRING': () => {
    throw 'not even an error'
  },
  'POISON-EXIT': () => process.exit(7),
  'POISON-HANG': () => {
    for (;;);
  },
  'POISON-STACK': function overflow(): number {
    return 1 + overflow()
  },
  'POISON-HEAP': () => {
    const hoard = new Map<string, unknown>()
    for (let number = 0; ; number += 1) hoard.set(`key ${number}`, { number })
  },
  // Fills the heap so fast that no limit on time comes first.
  'POISON-ARRAYS': () => {
    const hoard: number[][] = []
    for (;;) hoard.push(new Array<number>(100_000).fill(hoard.length))
  },
  'POISON-BUFFERS': () => {
    const hoard: Buffer[] = []
    for (;;) hoard.push(Buffer.alloc(1_000_000, 1))
  },
} as const satisfies Record<string, () => unknown>

/**
 * An analyser, except that an article whose text names a poison fails in that way once its first stage has begun.
 * POISON-RECORD gives a record that no store can hold: the same claim twice.
 */
export function poisoned({ analyseArticle: analyse, STAGES }: Analyser): Analyser['analyseArticle'] {
  return async (article: Article, onStage: (stage: StageInfo) => void = () => {}): Promise<ArticleRecord> => {
    const poison = /POISON-[A-Z-]+/.exec(article.text)?.[0]
    if (poison === undefined) return analyse(article, onStage)
    if (poison === 'POISON-RECORD') {
      const record = await analyse(article, onStage)
      return { ...record, claims: [...record.claims, ...record.claims] }
    }
    onStage(STAGES[0] as StageInfo)
    POISONS[poison as keyof typeof POISONS]()
    throw new Error(`${poison} did not fail`)
  }
}

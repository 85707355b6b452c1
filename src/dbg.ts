import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { readInput } from './read/read-input.ts'
import { DEFAULT_LIMITS } from './read/limits.ts'
for (const path of process.argv.slice(2)) {
  const t = performance.now()
  for await (const { outcome, file } of readInput({ kind: 'file', uri: path.split('/').at(-1)!, path }, { context: { limits: DEFAULT_LIMITS, fields: {} }, format: undefined, standardInput: Readable.from([]), signal: new AbortController().signal })) {
    const o = outcome as any
    console.log('#', path.split('/').at(-1), file.decodedHow, outcome.outcome, Math.round(performance.now() - t) + 'ms', o.article ? JSON.stringify({ t: o.article.title, b: o.article.byline, p: o.article.publishedAt, o: o.article.origins, w: o.article.warnings }) : (o.error ?? o.reason))
    if (o.article) console.log(o.article.text.slice(0, Number(process.env.N ?? 300)))
    if (o.leftOut?.length) console.log('   LEFT', JSON.stringify(o.leftOut).slice(0, 400))
  }
}

import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { recombineArticles } from '../bench/articles.ts'
import { type RunningHearsay, Workspace } from '../cli/hearsay.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { Cluster } from '../queue/cluster.ts'
import { hashPostgres, hashSqlite } from '../queue/stored-claims.ts'

/* HEARSAY_QUEUE_KILLS=40 HEARSAY_QUEUE_ARTICLES=3000 npx vitest run test/faults/queue-kills.test.ts --project long */
const KILLS = Number(process.env.HEARSAY_QUEUE_KILLS ?? 6)
const ARTICLES = Number(process.env.HEARSAY_QUEUE_ARTICLES ?? 200)
const WORKERS = 2

const WIRE = recombineArticles(ARTICLES)
  .map(({ text }) => `${JSON.stringify({ text })}\n`)
  .join('')

describePostgres('workers that are killed', server => {
  it(`${KILLS} times during ${ARTICLES} articles lose nothing and store nothing twice`, {
    timeout: 3_600_000,
  }, async () => {
    const workspace = new Workspace()
    workspace.write('wire.jsonl', WIRE)
    expect(workspace.hearsay(['run', 'wire.jsonl', '--rules', '--threads', '2']).status).toBe(0)
    const alone = hashSqlite(join(workspace.folder, 'out/hearsay.db'))
    workspace.remove()

    let kills = 0
    let rounds = 0
    let atWork = 0
    while (kills < KILLS) {
      rounds += 1
      const cluster = new Cluster(await server().createDatabase())
      cluster.workspace.write('wire.jsonl', WIRE)
      expect((await cluster.enqueue(['wire.jsonl', '--lease', '10'])).status).toBe(0)
      await cluster.unlock()
      const workers: RunningHearsay[] = []
      for (;;) {
        while (workers.length < WORKERS) workers.push(cluster.startWorker())
        if (kills >= KILLS) break
        const victim = workers.shift() as RunningHearsay
        const stored = await cluster.countArticles()
        // Every other one when it has written something, so that the work comes to its end.
        if (kills % 2 === 1) await cluster.untilStored(stored + 1, victim)
        await new Promise(resolve => setTimeout(resolve, Math.random() * (kills % 2 === 1 ? 400 : 1500)))
        if (victim.hasEnded) break
        victim.kill('SIGKILL')
        await victim.outcome()
        kills += 1
        if ((await cluster.value("SELECT count(*)::int FROM hearsay_queue.job WHERE state = 'active'")) !== 0)
          atWork += 1
        // Its leases need not be waited for, nor does it matter to lose those of the others too.
        if (kills % 3 === 0) await cluster.endLeases()
      }
      await cluster.endLeases()
      for (const worker of [...workers, cluster.startWorker()]) expect((await worker.outcome()).status).toBe(0)
      expect(await hashPostgres(cluster.url)).toEqual(alone)
      expect(await cluster.findDoubled()).toEqual([])
      expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(0)
      expect(await cluster.value('SELECT count(*)::int FROM dead_letter')).toBe(0)
      await cluster.close()
    }
    process.stdout.write(`${kills} kills in ${rounds} rounds, ${atWork} of them while batches were held\n`)
    expect(atWork).toBeGreaterThan(0)
  })
})

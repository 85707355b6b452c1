import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { recombineArticles } from '../bench/articles.ts'
import { Workspace } from '../cli/hearsay.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { Cluster, untilSays } from './cluster.ts'
import { hashPostgres, hashSqlite } from './stored-claims.ts'

const ARTICLES = recombineArticles(48)
const WIRE = ARTICLES.map(({ text }) => `${JSON.stringify({ text })}\n`)
const COUNT = ARTICLES.length
/** Articles of a batch of which the queue has eight, three or two. */
const [EIGHTH, THIRD, HALF] = [8, 3, 2].map(batches => String(Math.ceil(COUNT / batches))) as [string, string, string]
const GERMAN = 'Der Minister sagte am Montag in Berlin, die Regierung werde das Gesetz noch in diesem Jahr vorlegen.\n'

describePostgres('articles that are enqueued and worked on', server => {
  let alone: string[]
  let cluster: Cluster
  const open = async () => {
    cluster = new Cluster(await server().createDatabase())
    fill(cluster.workspace)
    return cluster
  }
  const fill = (workspace: Workspace) => {
    workspace.write('wire.jsonl', WIRE.join(''))
    workspace.write('copy.jsonl', WIRE.slice(0, 3).join(''))
    workspace.write('empty.txt', '')
    workspace.write('german.txt', GERMAN.repeat(5))
    workspace.write('broken.jsonl', '{"text": "It is wi')
  }
  const PATHS = ['wire.jsonl', 'copy.jsonl', 'empty.txt', 'german.txt', 'broken.jsonl']

  beforeAll(async () => {
    const workspace = new Workspace()
    fill(workspace)
    expect((await workspace.run(['run', ...PATHS, '--rules'])).status).toBe(3)
    alone = hashSqlite(join(workspace.folder, 'out/hearsay.db'))
    workspace.remove()
  })
  afterEach(() => cluster.close())

  it('by two processes give what hearsay run gives', async () => {
    await open()
    const queued = await cluster.enqueue([...PATHS, '--batch', EIGHTH, '--json'])
    expect(queued.status, queued.stderr).toBe(3)
    expect(JSON.parse(queued.stdout)).toMatchObject({ inputs: COUNT + 6, queued: COUNT, skipped: 2, dead: 1 })
    expect(await cluster.status()).toMatchObject({ queued: COUNT, done: 0, batches: { waiting: 8 }, workers: [] })
    expect(await cluster.countArticles()).toBe(0)

    const workers = [cluster.startWorker(), cluster.startWorker()]
    for (const worker of workers) expect(await worker.outcome()).toMatchObject({ status: 0 })
    expect(await hashPostgres(cluster.url)).toEqual(alone)
    expect(await cluster.status()).toMatchObject({ queued: 0, inWork: 0, done: COUNT, secondsLeft: 0, workers: [] })
    expect(await cluster.rows("SELECT 1 FROM run WHERE status <> 'finished'")).toEqual([])
    expect(await cluster.value('SELECT sum(done)::int FROM run')).toBe(COUNT)

    const again = await cluster.enqueue([...PATHS, '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ queued: 0, unchanged: COUNT + 3, skipped: 2, dead: 1 })
    const idle = await cluster.startWorker().outcome()
    expect(idle.stderr).toContain('the queue is empty')
  })

  it('are queued once, however often they are enqueued', async () => {
    await open()
    await cluster.enqueue(['wire.jsonl', '--batch', THIRD])
    const again = await cluster.enqueue(['wire.jsonl', 'copy.jsonl', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ queued: 0, waiting: COUNT + 3 })
    expect(await cluster.value("SELECT count(*)::int FROM hearsay_queue.job WHERE name = 'articles'")).toBe(3)
    await cluster.startWorker().outcome()
    expect(await cluster.value('SELECT count(*)::int FROM input')).toBe(COUNT + 3)
  })

  it('wait when the queue is full', async () => {
    await open()
    const enqueue = [
      'enqueue',
      '--db',
      cluster.url,
      '--engine',
      'rules',
      'wire.jsonl',
      '--batch',
      '12',
      '--most-queued',
      '24',
    ]
    const enqueuing = cluster.workspace.start(enqueue)
    await untilSays(enqueuing, 'waiting for the workers')
    expect(enqueuing.hasEnded).toBe(false)
    expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(24)
    const worker = cluster.startWorker([])
    expect(await enqueuing.outcome()).toMatchObject({ status: 0 })
    await cluster.untilStored(COUNT, worker)
    worker.kill('SIGTERM')
    expect(await worker.outcome()).toMatchObject({ status: 130 })
    expect(await cluster.countArticles()).toBe(COUNT)
  })

  it('are given back by a worker that is stopped', async () => {
    await open()
    await cluster.enqueue(['wire.jsonl', '--batch', THIRD])
    const stopped = cluster.startWorker(['--quiet'])
    const countHeld = () => cluster.value("SELECT count(*)::int FROM hearsay_queue.job WHERE state = 'active'")
    await expect.poll(countHeld, { timeout: 100_000, interval: 20 }).not.toBe(0)
    stopped.kill('SIGINT')
    expect(await stopped.outcome()).toMatchObject({ status: 130 })
    // Nobody works, so nobody knows how long it will take.
    expect(await cluster.status()).toMatchObject({
      inWork: 0,
      batches: { held: 0, again: 0 },
      workers: [],
      secondsLeft: null,
    })
    expect(await cluster.value("SELECT count(*)::int FROM run WHERE status = 'running'")).toBe(0)
    expect(await cluster.startWorker().outcome()).toMatchObject({ status: 0 })
    expect(await cluster.countArticles()).toBe(COUNT)
  })

  it('that fail three times are dead letters, and cost the others of their batch nothing', async () => {
    await open()
    const poisons = ['POISON-THROW', 'POISON-EXIT', 'POISON-RECORD', 'POISON-STACK']
    const lines = poisons.map((poison, i) => `${JSON.stringify({ text: `${ARTICLES[i]?.text}\n\n${poison}.` })}\n`)
    cluster.workspace.write('poison.jsonl', [...WIRE.slice(0, 20), ...lines, ...WIRE.slice(20, 40)].join(''))
    await cluster.enqueue(['poison.jsonl'])
    const worker = await cluster.startWorker(['--until-empty', '--json']).outcome()
    expect(worker.status, worker.stderr).toBe(3)
    expect(JSON.parse(worker.stdout)).toMatchObject({ inputs: 44, done: 40, dead: 4 })
    expect(await cluster.countArticles()).toBe(40)
    const letters = await cluster.rows('SELECT kind, stage, attempts FROM dead_letter ORDER BY kind, stage')
    expect(letters).toMatchObject([
      { kind: 'exit', attempts: 3 },
      { kind: 'stack-overflow', attempts: 3 },
      { kind: 'throw', stage: 'store', attempts: 3 },
      { kind: 'throw', stage: 'tokens', attempts: 3 },
    ])
    expect(await cluster.rows("SELECT 1 FROM hearsay_queue.job WHERE state < 'completed'")).toEqual([])
  })

  it('are written however little time people are given for their questions', async () => {
    await open()
    await cluster.enqueue(['wire.jsonl', '--batch', HALF])
    await cluster.rows(`
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.4); RETURN NULL; END';
      CREATE TRIGGER dawdle AFTER INSERT ON candidate FOR EACH STATEMENT EXECUTE FUNCTION dawdle();
      DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 200', current_database()); END $$`)
    expect(await cluster.startWorker().outcome()).toMatchObject({ status: 0 })
    expect(await cluster.countArticles()).toBe(COUNT)
  })

  it('stay queued when the server refuses to write, which is no fault of theirs', async () => {
    await open()
    await cluster.enqueue(['wire.jsonl', '--batch', HALF])
    await cluster.rows(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN RAISE EXCEPTION 'closed for today' USING ERRCODE = '55000'; END$$;
      CREATE TRIGGER refuse BEFORE INSERT ON candidate FOR EACH STATEMENT EXECUTE FUNCTION refuse()`)
    const { status, stderr } = await cluster.startWorker().outcome()
    expect(status).toBe(4)
    expect(stderr).toMatch(/refused what was to be written \(closed for today, code 55000\)/)
    expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(COUNT)
    expect(await cluster.rows('SELECT 1 FROM dead_letter')).toEqual([])
  })

  it('need a server: a file is refused, and so is an address where none answers', async () => {
    await open()
    const file = await cluster.workspace.run(['work', '--db', 'out/hearsay.db'])
    expect(file).toMatchObject({ status: 2, stdout: '' })
    expect(file.stderr).toContain('takes PostgreSQL')
    const nowhere = await cluster.workspace.run(['work', '--db', 'postgres://hearsay:secret@127.0.0.1:1/news'])
    expect(nowhere.status).toBe(4)
    expect(nowhere.stderr).toContain('postgres://hearsay@127.0.0.1:1/news')
    expect(nowhere.stderr).not.toContain('secret')
  })

  it('are not queued where another schema of the database holds a store, whose queue it would be too', async () => {
    await open()
    await cluster.rows('CREATE SCHEMA second')
    await cluster.rows('CREATE TABLE second.queued_article (id text)')
    const { status, stderr } = await cluster.workspace.run(['work', '--until-empty', '--db', cluster.url])
    expect(status).toBe(4)
    expect(stderr).toContain('in the schema second')
  })
})

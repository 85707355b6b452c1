import { join } from 'node:path'
import { type Outcome, type RunningHearsay, until, Workspace } from '../cli/hearsay.ts'
import { query } from '../postgres/start-postgres.ts'

/** The command line whose worker threads obey poisons. */
const POISONED = join(import.meta.dirname, '../faults/analysers/poisoned-hearsay.ts')

/** One database on a server, and processes that work on it. */
export class Cluster {
  readonly url: string
  readonly workspace = new Workspace()
  readonly #workers: RunningHearsay[] = []

  /** @param url of an empty database */
  constructor(url: string) {
    this.url = url
  }

  async enqueue(args: readonly string[]): Promise<Outcome> {
    return await this.workspace.run(['enqueue', '--db', this.url, '--engine', 'rules', ...args])
  }

  /**
   * Starts one more process; with `--until-empty` it ends by itself.
   *
   * @param url another way to the same database
   */
  startWorker(args: readonly string[] = ['--until-empty'], url = this.url): RunningHearsay {
    const worker = this.workspace.start(['work', '--db', url, '--rules', '--threads', '1', ...args], POISONED)
    this.#workers.push(worker)
    return worker
  }

  async status() {
    const { status, stdout, stderr } = await this.workspace.run(['status', '--db', this.url, '--json'])
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  }

  async rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return await query(this.url, sql, values)
  }

  /** The only value of the only row. */
  async value(sql: string): Promise<unknown> {
    const [row = {}] = await this.rows(sql)
    return Object.values(row)[0]
  }

  async countArticles(): Promise<number> {
    return (await this.value('SELECT count(*)::int FROM article')) as number
  }

  /** Waits until so many articles are stored, or `worker` has ended. */
  async untilStored(least: number, worker: RunningHearsay): Promise<void> {
    await this.#untilCounted('article', least, worker)
  }

  /** Waits until so many workers have written something, or `worker` has ended. */
  async untilRuns(least: number, worker: RunningHearsay): Promise<void> {
    await this.#untilCounted('run', least, worker)
  }

  async #untilCounted(table: string, least: number, worker: RunningHearsay): Promise<void> {
    const count = async () => (await this.value(`SELECT count(*)::int FROM ${table}`)) as number
    while ((await count()) < least && !worker.hasEnded) await new Promise(resolve => setTimeout(resolve, 25))
  }

  /**
   * Takes away every key that keeps claims, or what is known of them, from being stored twice, and notes each article
   * that is written: so that nothing that is written twice stays hidden behind a key, or behind being replaced. What
   * was found by such a key is found as fast as ever.
   */
  async unlock(): Promise<void> {
    await this.rows(`
      DO $$
      DECLARE one record;
      BEGIN
        FOR one IN
          SELECT conrelid::regclass AS held_by, conname, pg_get_indexdef(conindid) AS found_by FROM pg_constraint
          WHERE contype IN ('p', 'u')
            AND conrelid IN ('claim_span'::regclass, 'done'::regclass, 'source_span'::regclass) OR conname = 'claim_id_key'
        LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.held_by, one.conname);
          EXECUTE replace(one.found_by, 'UNIQUE ', '');
        END LOOP;
        FOR one IN
          SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS found_by FROM pg_index
          WHERE indisunique AND NOT indisprimary AND indrelid IN ('evidence'::regclass, 'mention'::regclass)
        LOOP
          EXECUTE format('DROP INDEX %s', one.name);
          EXECUTE replace(one.found_by, 'UNIQUE ', '');
        END LOOP;
      END $$;
      CREATE TABLE written_claim (id text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE FUNCTION note_claim() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO written_claim (id) VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER claim_written AFTER INSERT ON claim FOR EACH ROW EXECUTE FUNCTION note_claim();`)
  }

  /** Ids of claims that were written more than once. */
  async findDoubled(): Promise<unknown[]> {
    return await this.rows('SELECT id FROM written_claim GROUP BY id HAVING count(*) > 1')
  }

  /** Lets every lease be over: nobody has to wait for the time that it takes. */
  async endLeases(): Promise<void> {
    await this.rows(
      "UPDATE hearsay_queue.job SET heartbeat_on = heartbeat_on - interval '1 hour' WHERE state = 'active'",
    )
  }

  async close(): Promise<void> {
    for (const worker of this.#workers) if (!worker.hasEnded) worker.kill('SIGKILL')
    await Promise.all(this.#workers.map(worker => worker.outcome()))
    this.workspace.remove()
  }
}

/** Waits until a process has said something. */
export async function untilSays(process: RunningHearsay, words: string): Promise<void> {
  await until(() => process.stderr.includes(words) || process.hasEnded)
}

import { sql } from 'kysely'
import type { StoreDatabase } from '../../schema.ts'

/**
 * What the user of a connection may do that no reader of Hearsay's tables needs, as the end of a sentence about it, the
 * worst first; null when there is no such thing.
 *
 * Counts what it may become: a role that it is a member of, however indirectly, can be put on with SET ROLE. Roles of the
 * server's own (`pg_read_server_files`, `pg_signal_backend` and whatever comes with later versions) all count, but for the
 * two that give no more than to read tables. So does a function of the server's that not everybody may call.
 *
 * @example
 * await findExcessRights(database) // → 'is a superuser'
 */
export async function findExcessRights(database: StoreDatabase): Promise<string | null> {
  const { rows } = await sql<{ excess: string }>`
    with put_on as (
      select role.* from pg_catalog.pg_roles as role
      where pg_has_role(current_user, role.oid, 'member') or pg_has_role(session_user, role.oid, 'member')
    ), excess (place, excess) as (
      select 1, 'is a superuser' from pg_catalog.pg_roles where rolsuper and rolname in (current_user, session_user)
      union all select 2, 'may become the superuser ' || rolname from put_on where rolsuper
      union all select 3, 'may make roles (CREATEROLE)' from put_on where rolcreaterole
      union all select 4, 'may replicate the server (REPLICATION)' from put_on where rolreplication
      union all select 5, 'passes over row security (BYPASSRLS)' from put_on where rolbypassrls
      union all select 6, 'is a member of ' || rolname from put_on
        where oid < 16384 and rolname like 'pg\\_%' and rolname not in ('pg_database_owner', 'pg_read_all_data')
      union all select 7, 'may call ' || proname || '()' from pg_catalog.pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and proacl is not null
          and not has_function_privilege('public', oid, 'execute')
          and (has_function_privilege(current_user, oid, 'execute') or has_function_privilege(session_user, oid, 'execute'))
    )
    select excess from excess order by place, excess limit 1`.execute(database)
  return rows[0]?.excess ?? null
}

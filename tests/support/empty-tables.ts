/** The names of all tables: a test that made or removed one leaves nothing that others can use. */
export const LIST_TABLES = `select coalesce(string_agg(tablename, ',' order by tablename), '') as names
	from pg_tables where schemaname = 'public'`;

/** Triggers and foreign keys sleep meanwhile; deleting from some empty tables is far faster than truncating them. */
export const EMPTY_EVERY_TABLE = `do $$
	declare name text;
	begin
		set local session_replication_role = replica;
		for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
			execute format('delete from %I', name);
		end loop;
	end $$`;

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '#db/migrate.server.ts';
import { connectPostgres } from '#db/postgres.server.ts';
import type { Db } from '#db/schema.ts';

function urlOf(server: string, name: string): string {
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

async function administer(server: string, statement: string) {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}

export async function createPostgresTemplate(server: string, name: string): Promise<void> {
	await administer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
	const { db, close } = await connectPostgres(urlOf(server, name), 1);
	await migrate(db).finally(close);
}

export async function dropPostgresDatabase(server: string, name: string): Promise<void> {
	await administer(server, `drop database if exists ${name} with (force)`);
}

export function newDatabaseName(): string {
	return `leslie_test_${randomBytes(6).toString('hex')}`;
}

/** A new database from the template, dropped when it is closed. */
export async function openPostgresCopy(
	server: string,
	template: string
): Promise<{ db: Db; close(): Promise<void> }> {
	const name = newDatabaseName();
	await administer(server, `create database ${name} template ${template}`);
	const { db, close } = await connectPostgres(urlOf(server, name), 4);
	return {
		db,
		async close() {
			await close();
			await dropPostgresDatabase(server, name);
		}
	};
}

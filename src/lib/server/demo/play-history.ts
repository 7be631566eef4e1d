import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { FileStore } from '#lib/server/files/store.ts';
import { actorOf, grantsOn } from '#lib/server/http/context.ts';
import { findProjectFor } from '#lib/server/queries/find-project-for.ts';
import { DEMO_PEOPLE, emailOf } from './people.ts';
import type { Step } from './step.ts';

/** Plays the past in the order of time: each step by the command that its page would run, at its own moment. */
export async function playHistory(
	db: Db,
	store: FileStore,
	projectId: string,
	steps: readonly Step[]
): Promise<void> {
	const items = await db
		.selectFrom('item')
		.select(['id', 'code'])
		.where('projectId', '=', projectId)
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'code'])
		.where('projectId', '=', projectId)
		.where('role', '!=', 'external')
		.orderBy('position')
		.execute();
	const people = await db
		.selectFrom('person')
		.select(['id', 'email', 'name'])
		.where('origin', '=', 'sample')
		.execute();
	const idOf = new Map(items.map(({ id, code }) => [code, id]));
	const personOf = new Map(
		DEMO_PEOPLE.map((person) => [person.key, people.find(({ email }) => email === emailOf(person))])
	);
	const actors = new Map<string, Promise<{ actor: Actor; timeZone: string }>>();

	for (const { at, by, do: act } of inOrder(steps)) {
		const now = new Date(at);
		const person = found(personOf.get(by), by);
		if (!actors.has(by)) actors.set(by, actorFor(db, person, at));
		const { actor, timeZone } = await found(actors.get(by), by);
		const stage = {
			db,
			store,
			actor,
			now,
			today: dayIn(timeZone, now),
			item: (code: string) => found(idOf.get(code), code),
			learn: (code: string, id: string) => void idOf.set(code, id),
			person: (key: string) => found(personOf.get(key), key).id,
			organisations
		};
		await act(stage).catch((problem: unknown) => {
			const why = problem instanceof Refusal ? JSON.stringify(problem.reasons) : '';
			throw new Error(`the sample history stops at ${at}, ${by}: ${why}`, { cause: problem });
		});
	}
}

function inOrder(steps: readonly Step[]): Step[] {
	return [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function actorFor(db: Db, person: { id: string; email: string; name: string }, at: string) {
	const member = found(await findProjectFor(db, 'leslie', person.id), person.email);
	const grants = grantsOn(member.grants, at.slice(0, 10));
	const actor = actorOf({ personId: person.id, name: person.name }, member, grants);
	return { actor, timeZone: member.timeZone };
}

function found<T>(value: T | undefined, name: string): T {
	if (value === undefined) throw new Error(`the sample plan has no ${name}`);
	return value;
}

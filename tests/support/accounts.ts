import type { Db } from '#db/schema.ts';

/** The people of the demonstration, one or more per role. */
export const ACCOUNTS = [
	'coordinator',
	'kz',
	'uz',
	'wp4',
	'partner.koksu',
	'partner.bsu',
	'partner.ucy',
	'qa.lead',
	'qa1',
	'qa2',
	'evaluator',
	'observer',
	'admin'
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const DEMO_PASSWORD = 'leslie-demo';

/** Coordinates the strangers' project of the same installation. */
export const STRANGER = 'canary.coordinator';

/** Approves for KOKSU, and writes nothing. */
export const OFFICER = 'officer.koksu';

export function emailOf(account: Account | typeof STRANGER | typeof OFFICER): string {
	return `${account}@leslie.example`;
}

export async function findPersonId(db: Db, email: string): Promise<string> {
	const { id } = await db
		.selectFrom('person')
		.select('id')
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	return id;
}

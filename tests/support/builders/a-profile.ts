import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { CriteriaVersion } from '#db/schema/catalogue.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { newId } from '#lib/server/ids.ts';
import { next } from './a-project.ts';

interface Given {
	projectId: string;
	code?: string;
	country?: string | null;
	elements: readonly Element[];
	version?: Partial<Insertable<CriteriaVersion>>;
}

/** A profile in its first version, which asks for these elements and nothing of them. */
export async function aProfile(db: Db, { projectId, elements, country = null, ...given }: Given) {
	const code = given.code ?? `profile-${next()}`;
	const id = newId();
	await db
		.insertInto('criteriaProfile')
		.values({ id, projectId, code, title: `Profile ${code}`, country, position: next(), origin: 'entered' })
		.execute();
	return {
		id,
		code,
		versionId: await aVersion(db, { projectId, profileId: id, elements, ...given.version })
	};
}

type GivenVersion = { projectId: string; profileId: string; elements: readonly Element[] } & Partial<
	Insertable<CriteriaVersion>
>;

/** A version of a profile; returns its id. */
export async function aVersion(db: Db, { elements, ...given }: GivenVersion): Promise<string> {
	const version = {
		id: newId(),
		number: 1,
		rules: JSON.stringify(
			elements.map((element) => ({ element, weight: 1, mayBeNotApplicable: true, checks: [], why: '' }))
		),
		note: '',
		publishedBy: null,
		publishedAt: '2025-01-01T00:00:00.000Z',
		graceUntilOn: '2025-01-01',
		origin: 'entered' as const,
		...given
	};
	await db.insertInto('criteriaVersion').values(version).execute();
	return version.id;
}

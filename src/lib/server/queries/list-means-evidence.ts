import type { Db } from '#db/schema.ts';

/** The means of verification of an item, each with what is linked to it, withdrawn or not. */
export async function listMeansEvidence(db: Db, itemId: string) {
	const rows = await db
		.selectFrom('meansOfVerification as means')
		.leftJoin('evidenceUse as use', (join) =>
			join.onRef('use.meansId', '=', 'means.id').on('use.removedAt', 'is', null)
		)
		.leftJoin('evidence', 'evidence.id', 'use.evidenceId')
		.leftJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.leftJoin('person', 'person.id', 'use.usedBy')
		.select([
			'means.id',
			'means.position',
			'means.text',
			'use.id as useId',
			'use.usedAt',
			'use.usedBy',
			'person.name as usedByName',
			'use.organisationId as linkerOrganisationId',
			'evidence.id as evidenceId',
			'evidence.kind',
			'evidence.name',
			'evidence.sha256',
			'evidence.url',
			'evidence.size',
			'evidence.level',
			'evidence.addedBy',
			'evidence.withdrawnAt',
			'evidence.withdrawnReason',
			'evidence.organisationId',
			'organisation.acronym'
		])
		.where('means.itemId', '=', itemId)
		.orderBy('means.position')
		.orderBy('use.usedAt', (order) => order.asc().nullsLast())
		.orderBy('use.id', (order) => order.asc().nullsLast())
		.execute();

	const means = new Map<string, MeansRow>();
	for (const row of rows) {
		const { id, position, text } = row;
		const known = means.get(id) ?? { id, position, text, evidence: [] };
		means.set(id, known);
		const linked = linkedOf(row);
		if (linked) known.evidence.push(linked);
	}
	return [...means.values()];
}

export interface MeansRow {
	id: string;
	position: number;
	text: string;
	evidence: LinkedEvidence[];
}

export interface LinkedEvidence {
	useId: string;
	evidenceId: string;
	kind: 'file' | 'link';
	name: string;
	sha256: string | null;
	url: string | null;
	size: number | null;
	level: 'PU' | 'SEN';
	organisationId: string;
	acronym: string;
	addedBy: string;
	usedBy: string;
	usedByName: string;
	usedAt: string;
	linkerOrganisationId: string | null;
	withdrawnAt: string | null;
	withdrawnReason: string | null;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

function linkedOf(row: Nullable<LinkedEvidence>): LinkedEvidence | undefined {
	const {
		useId,
		evidenceId,
		kind,
		name,
		level,
		organisationId,
		acronym,
		addedBy,
		usedBy,
		usedByName,
		usedAt
	} = row;
	if (useId === null || evidenceId === null || kind === null || name === null || level === null)
		return undefined;
	if (organisationId === null || acronym === null || addedBy === null) return undefined;
	if (usedBy === null || usedByName === null || usedAt === null) return undefined;
	const { sha256, url, size, linkerOrganisationId, withdrawnAt, withdrawnReason } = row;
	const optional = { sha256, url, size, linkerOrganisationId, withdrawnAt, withdrawnReason };
	return {
		useId,
		evidenceId,
		kind,
		name,
		level,
		organisationId,
		acronym,
		addedBy,
		usedBy,
		usedByName,
		usedAt,
		...optional
	};
}

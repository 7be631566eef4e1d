import type { Db } from '#db/schema.ts';
import type { Version, VersionFile } from '#lib/domain/deliverables.ts';

export interface ListedVersion extends Version {
	note: string;
	createdAt: string;
	author: string;
	organisation: string;
	/** Files that were in it and gave way to others, or were taken out before it was frozen. */
	replaced: ReplacedFile[];
}

interface ReplacedFile {
	evidenceId: string;
	name: string;
	level: 'PU' | 'SEN';
	organisationId: string;
}

/** Versions of an item with the files that belong to them, oldest first. */
export async function listVersions(db: Db, itemId: string): Promise<ListedVersion[]> {
	const rows = await db
		.selectFrom('itemVersion')
		.innerJoin('person', 'person.id', 'itemVersion.createdBy')
		.innerJoin('organisation', 'organisation.id', 'itemVersion.organisationId')
		.leftJoin('evidenceUse', (join) =>
			join.onRef('evidenceUse.versionId', '=', 'itemVersion.id').on('evidenceUse.purpose', '=', 'version')
		)
		.leftJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select([
			'itemVersion.id',
			'itemVersion.line',
			'itemVersion.number',
			'itemVersion.note',
			'itemVersion.createdAt',
			'itemVersion.frozenAt',
			'itemVersion.digest',
			'person.name as author',
			'organisation.acronym as organisation',
			'evidenceUse.isMain',
			'evidenceUse.removedAt',
			'evidence.level',
			'evidence.organisationId as keeperId',
			'evidence.id as evidenceId',
			'evidence.name',
			'evidence.sha256',
			'evidence.size',
			'evidence.withdrawnAt'
		])
		.where('itemVersion.itemId', '=', itemId)
		.orderBy('itemVersion.number')
		.orderBy('evidenceUse.isMain', (order) => order.desc().nullsLast())
		.orderBy('evidence.name', (order) => order.asc().nullsLast())
		.orderBy('evidenceUse.id', (order) => order.asc().nullsLast())
		.execute();
	return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((files) => {
		const [first] = files;
		if (!first) return [];
		const { id, line, number, note, createdAt, frozenAt, digest, author, organisation } = first;
		const version = { id, line, number, note, createdAt, frozenAt, digest, author, organisation };
		const kept = files.filter(({ removedAt }) => removedAt === null).flatMap(fileOf);
		return [{ ...version, files: kept, replaced: replacedIn(files, kept) }];
	});
}

/** Each once, and none that is in it again. */
function replacedIn(rows: readonly FileRow[], kept: readonly VersionFile[]): ReplacedFile[] {
	const there = new Set(kept.map(({ evidenceId }) => evidenceId));
	const gone = rows.flatMap(({ evidenceId, name, level, keeperId }) =>
		evidenceId === null || name === null || level === null || keeperId === null || there.has(evidenceId)
			? []
			: [{ evidenceId, name, level, organisationId: keeperId }]
	);
	return [...new Map(gone.map((one) => [one.evidenceId, one])).values()];
}

interface FileRow {
	level: 'PU' | 'SEN' | null;
	keeperId: string | null;
	evidenceId: string | null;
	name: string | null;
	sha256: string | null;
	size: number | null;
	isMain: number | null;
	withdrawnAt: string | null;
}

/** None for a version without files. */
function fileOf({ evidenceId, name, sha256, size, isMain, withdrawnAt }: FileRow): VersionFile[] {
	if (evidenceId === null || name === null) return [];
	const withdrawn = withdrawnAt !== null;
	return [{ evidenceId, name, sha256: sha256 ?? '', size: size ?? 0, main: isMain === 1, withdrawn }];
}

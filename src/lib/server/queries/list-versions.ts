import type { Db } from '#db/schema.ts';
import type { Version, VersionFile } from '#lib/domain/deliverables.ts';

export interface ListedVersion extends Version {
	note: string;
	createdAt: string;
	author: string;
	organisation: string;
}

/** Versions of an item with the files that belong to them, oldest first. */
export async function listVersions(db: Db, itemId: string): Promise<ListedVersion[]> {
	const versions = await db
		.selectFrom('itemVersion')
		.innerJoin('person', 'person.id', 'itemVersion.createdBy')
		.innerJoin('organisation', 'organisation.id', 'itemVersion.organisationId')
		.select([
			'itemVersion.id',
			'itemVersion.line',
			'itemVersion.number',
			'itemVersion.note',
			'itemVersion.createdAt',
			'itemVersion.frozenAt',
			'itemVersion.digest',
			'person.name as author',
			'organisation.acronym as organisation'
		])
		.where('itemVersion.itemId', '=', itemId)
		.orderBy('itemVersion.number')
		.execute();
	const files = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select([
			'evidenceUse.versionId',
			'evidenceUse.isMain',
			'evidence.id as evidenceId',
			'evidence.name',
			'evidence.sha256',
			'evidence.size',
			'evidence.withdrawnAt'
		])
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidenceUse.purpose', '=', 'version')
		.where('evidenceUse.removedAt', 'is', null)
		.orderBy('evidenceUse.isMain', 'desc')
		.orderBy('evidence.name')
		.orderBy('evidenceUse.id')
		.execute();
	const byVersion = Map.groupBy(files, (file) => file.versionId);
	return versions.map((version) => ({
		...version,
		files: (byVersion.get(version.id) ?? []).map((file): VersionFile => ({
			evidenceId: file.evidenceId,
			name: file.name,
			sha256: file.sha256 ?? '',
			size: file.size ?? 0,
			main: file.isMain === 1,
			withdrawn: file.withdrawnAt !== null
		}))
	}));
}

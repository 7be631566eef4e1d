import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { parseAlgorithm } from '#lib/schemas/catalogue/algorithm.ts';

export interface FoundAlgorithm {
	id: string | null;
	/** 0 while the project has published none and the proposed one counts. */
	number: number;
	algorithm: Algorithm;
}

/** The implementation algorithm in force: the latest version, or the proposed one. */
export async function findAlgorithm(db: Db, projectId: string): Promise<FoundAlgorithm> {
	const row = await db
		.selectFrom('algorithmVersion')
		.select(['id', 'number', 'settings'])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return foundAlgorithm(row);
}

interface Stored {
	id: string | null;
	number: number | null;
	settings: string | null;
}

export function foundAlgorithm({ id, number, settings }: Stored = NONE): FoundAlgorithm {
	if (id === null || number === null || settings === null)
		return { id: null, number: 0, algorithm: PROPOSED_ALGORITHM };
	return { id, number, algorithm: parseAlgorithm(settings) };
}

const NONE: Stored = { id: null, number: null, settings: null };

import type { Db } from '#db/schema.ts';
import { frozen } from '#lib/domain/frozen.ts';
import { keptByVersion } from './kept-by-version.ts';

const MAX_BYTES = 6 * 1024 * 1024;

/** The data an answer is read from. */
export interface DataOf {
	projectId: string;
	/** Changes with every audited change; without it nothing is kept. */
	dataVersion?: string | undefined;
}

/**
 * A query that reads again only after the data of its project have changed. Everything it is asked is the key of its
 * answer, so that none is given to another scope, day or filter; answers are frozen, as many requests share them.
 */
export function kept<Args extends readonly unknown[], Answer>(
	read: (db: Db, projectId: string, ...args: Args) => Promise<Answer>,
	maxBytes = MAX_BYTES
) {
	const answers = keptByVersion<Answer>(maxBytes);
	return async (db: Db, { projectId, dataVersion }: DataOf, ...args: Args): Promise<Answer> => {
		if (dataVersion === undefined) return read(db, projectId, ...args);
		const key = JSON.stringify([projectId, ...args]);
		const known = answers.find(key, dataVersion);
		if (known !== undefined) return known;
		const answer = frozen(await read(db, projectId, ...args));
		const size = JSON.stringify(answer)?.length ?? 0;
		answers.keep(key, dataVersion, answer, key.length + size);
		return answer;
	};
}

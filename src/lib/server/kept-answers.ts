import type { Db } from '#db/schema.ts';
import { frozenWeight } from './frozen-weight.ts';
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
	return keptOf<Args, Answer>((db, { projectId }, ...args) => read(db, projectId, ...args), maxBytes);
}

/** The same for a query that asks others which keep their answers; its own must not hold on to theirs. */
export function keptOf<Args extends readonly unknown[], Answer>(
	read: (db: Db, data: DataOf, ...args: Args) => Promise<Answer>,
	maxBytes = MAX_BYTES
) {
	const answers = keptByVersion<Answer>(maxBytes);
	return async (db: Db, data: DataOf, ...args: Args): Promise<Answer> => {
		const { projectId, dataVersion } = data;
		if (dataVersion === undefined) return read(db, data, ...args);
		const key = JSON.stringify([projectId, ...args]);
		const known = answers.find(key, dataVersion);
		if (known !== undefined) return known;
		const answer = await read(db, data, ...args);
		const bytes = frozenWeight(answer);
		if (typeof answer === 'object' && answer !== null) weights.set(answer, bytes);
		answers.keep(key, dataVersion, answer, key.length + bytes);
		return answer;
	};
}

/** What kept answers weigh, for what is made of them. */
const weights = new WeakMap<object, number>();

/**
 * Something made of a kept answer and of nothing but what is asked: made once, kept beside that answer and gone with it.
 * All of it weighs at most `share` of the answer; the least recently used leaves first.
 */
export function madeOf<Source extends object, Args extends readonly unknown[], Made>(
	make: (source: Source, ...args: Args) => Made,
	share = 1 / 4
) {
	const beside = new WeakMap<Source, ReturnType<typeof keptByVersion<Made>>>();
	return (source: Source, ...args: Args): Made => {
		const weight = weights.get(source);
		if (weight === undefined) return make(source, ...args);
		const room = beside.get(source) ?? keptByVersion<Made>(weight * share);
		beside.set(source, room);
		const key = JSON.stringify(args);
		const known = room.find(key, '');
		if (known !== undefined) return known;
		const made = make(source, ...args);
		room.keep(key, '', made, key.length + frozenWeight(made));
		return made;
	};
}

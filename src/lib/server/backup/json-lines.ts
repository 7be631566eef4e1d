import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import type { Row } from './tables.ts';

const RowSchema = v.record(v.string(), v.union([v.string(), v.number(), v.null()]));

/** Rows of a file in batches. Lines end at a line feed only: a text may hold other separators. */
export async function* readJsonLines(path: string): AsyncGenerator<Row[]> {
	let rest = '';
	const chunks: AsyncIterable<string> = createReadStream(path, { encoding: 'utf8', highWaterMark: 2 ** 20 });
	for await (const chunk of chunks) {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop() ?? '';
		if (lines.length > 0) yield lines.map(parseRow);
	}
	if (rest !== '') yield [parseRow(rest)];
}

function parseRow(line: string): Row {
	return v.parse(RowSchema, JSON.parse(line));
}

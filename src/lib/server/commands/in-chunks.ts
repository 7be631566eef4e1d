/** Engines take a limited number of values per statement. */
const ROWS = 200;

export async function inChunks<Row>(
	rows: readonly Row[],
	insert: (chunk: Row[]) => Promise<unknown>
): Promise<void> {
	for (let at = 0; at < rows.length; at += ROWS) await insert(rows.slice(at, at + ROWS));
}

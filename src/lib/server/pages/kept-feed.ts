import { keptByVersion } from '#lib/server/kept-by-version.ts';

const feeds = keptByVersion<string>(4 * 1024 * 1024);

/** A calendar in memory while nothing changes that it is made of: programs ask for it many times a day. */
export async function keptFeed(id: string, madeOf: unknown, make: () => Promise<string>): Promise<string> {
	const version = JSON.stringify(madeOf);
	const kept = feeds.find(id, version);
	if (kept !== undefined) return kept;
	const text = await make();
	feeds.keep(id, version, text, text.length * 2);
	return text;
}

import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicAddress } from '#lib/domain/outreach/addresses.ts';
import type { LinkAnswer } from '#lib/domain/outreach/link-checks.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_MILLISECONDS = 15_000;
const MOST_REDIRECTS = 4;

export interface Bounds {
	/** May we connect to this numeric address? Tests allow their own loopback server. */
	isAllowed: (address: string) => boolean;
	mostBytes: number;
	mostMilliseconds: number;
}

export const BOUNDS: Bounds = {
	isAllowed: isPublicAddress,
	mostBytes: MOST_BYTES,
	mostMilliseconds: MOST_MILLISECONDS
};

/**
 * Asks an address as a visitor would, and hashes what it answers. Only http and https on addresses of the public internet:
 * the name is resolved once, every address of it is looked at, and the connection goes to exactly that address, so that
 * a name which changes its mind, or a redirect, leads nowhere inside.
 */
export async function askAddress(url: string, bounds: Bounds = BOUNDS): Promise<LinkAnswer> {
	const until = AbortSignal.timeout(bounds.mostMilliseconds);
	let next = url;
	for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
		const parsed = URL.parse(next);
		const refused = parsed === null ? 'it is no address' : refusalOf(parsed);
		if (parsed === null || refused !== null) return { kind: 'refused', note: refused ?? '' };
		const at = await resolve(parsed.hostname, bounds);
		if (at.kind !== 'address') return at;
		const answer = await askOnce(parsed, at, until, bounds.mostBytes);
		if (answer.kind !== 'redirect') return answer;
		next = URL.parse(answer.to, parsed)?.href ?? '';
	}
	return { kind: 'none', note: `more than ${MOST_REDIRECTS} redirects` };
}

function refusalOf({ protocol, username, password }: URL): string | null {
	if (protocol !== 'http:' && protocol !== 'https:') return 'only http and https are asked';
	return username === '' && password === '' ? null : 'it carries a name or a password';
}

interface Place {
	kind: 'address';
	address: string;
	family: number;
}

async function resolve(hostname: string, { isAllowed }: Bounds): Promise<Place | LinkAnswer> {
	const name = hostname.replace(/^\[|\]$/g, '');
	const found = await lookup(name, { all: true }).catch(() => []);
	const [first] = found;
	if (!first) return { kind: 'none', note: 'its name is not known' };
	if (!found.every(({ address }) => isAllowed(address)))
		return { kind: 'refused', note: 'it leads into a private network' };
	return { kind: 'address', ...first };
}

type Answered = LinkAnswer | { kind: 'redirect'; to: string };

function askOnce(url: URL, at: Place, until: AbortSignal, mostBytes: number): Promise<Answered> {
	const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((answer) => {
		const none = (note: string) => answer({ kind: 'none', note });
		const request = ask(
			url,
			{
				signal: until,
				headers: { accept: 'text/html,*/*;q=0.8', 'user-agent': 'link check of a project dashboard' },
				// The name was resolved and looked at above: the connection goes there and nowhere else.
				lookup: (_name, options, callback) => {
					if (options.all) callback(null, [{ address: at.address, family: at.family }]);
					else callback(null, at.address, at.family);
				}
			},
			(response) => {
				readAnswer(response, mostBytes).then(answer, () => none('it broke off'));
			}
		);
		request.on('error', () => none(until.aborted ? 'it took too long' : 'it cannot be reached'));
		request.end();
	});
}

async function readAnswer(response: IncomingMessage, mostBytes: number): Promise<Answered> {
	const status = response.statusCode ?? 0;
	const to = response.headers.location;
	if (status >= 300 && status < 400 && to !== undefined) {
		response.destroy();
		return { kind: 'redirect', to };
	}
	if (status < 200 || status >= 300) {
		response.destroy();
		return { kind: 'status', status };
	}
	const hash = createHash('sha256');
	let size = 0;
	for await (const chunk of response) {
		if (!Buffer.isBuffer(chunk)) continue;
		size += chunk.length;
		if (size > mostBytes) {
			response.destroy();
			return { kind: 'none', note: `larger than ${Math.floor(mostBytes / 1024 / 1024)} MB` };
		}
		hash.update(chunk);
	}
	return { kind: 'body', status, sha256: hash.digest('hex'), size };
}

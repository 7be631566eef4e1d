import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Asked {
	method?: string;
	cookie?: string;
	headers?: Readonly<Record<string, string>>;
	/** Sent as a browser sends a form. */
	form?: Fields;
	/** Sent as it is. */
	body?: string | Uint8Array;
}

export interface HttpClient {
	origin: string;
	send(path: string, asked?: Asked): Promise<Answer>;
	close(): void;
}

function encode(fields: Fields): string {
	const form = new URLSearchParams();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) form.append(name, value);
	return form.toString();
}

/** What a browser says of itself when it posts a form of ours. */
function formHeaders(origin: string): Record<string, string> {
	return {
		origin,
		'sec-fetch-site': 'same-origin',
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'text/html'
	};
}

type Outgoing = Record<string, string | number>;

function headersOf(origin: string, asked: Asked, body: string | Uint8Array | undefined): Outgoing {
	const headers: Outgoing = {
		accept: 'text/html',
		...(asked.form === undefined ? {} : formHeaders(origin)),
		...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
		...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
		...asked.headers
	};
	return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

/** Plain HTTP with connections kept open; follows no redirect, keeps no cookie, and may send any header. */
export function httpClient(origin: string, connections = 8): HttpClient {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });

	function send(path: string, asked: Asked = {}): Promise<Answer> {
		const body = asked.form === undefined ? asked.body : encode(asked.form);
		const method = asked.method ?? (body === undefined ? 'GET' : 'POST');
		return new Promise((resolve, reject) => {
			const options = { agent, method, headers: headersOf(origin, asked, body) };
			const sent = request(`${origin}${path}`, options, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.once('error', reject);
				response.once('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(chunks).toString()
					})
				);
			});
			// The server may have closed a kept connection at that very moment.
			sent.once('error', (error) => (sent.reusedSocket ? resolve(send(path, asked)) : reject(error)));
			sent.end(body);
		});
	}

	return { origin, send, close: () => agent.destroy() };
}

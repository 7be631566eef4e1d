import { get, type IncomingHttpHeaders } from 'node:http';

/** The answer as its bytes travelled. */
export function sendRaw(
	url: string,
	headers: Readonly<Record<string, string>>
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { accept: 'text/html', ...headers } }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.once('error', reject);
			response.once('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks)
				})
			);
		}).once('error', reject);
	});
}

import type { Asked, Fields } from './http-client.ts';

const BOUNDARY = '----form-of-a-test';

/** A form with one file in it, as a browser sends it from a page of ours. */
export function multipart(
	origin: string,
	fields: Fields,
	file: { field: string; name: string; text: string }
): Asked {
	const parts = Object.entries(fields).flatMap(([name, values]) =>
		[values].flat().map((value) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`)
	);
	parts.push(
		`Content-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: text/plain\r\n\r\n${file.text}`
	);
	const body = parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('') + `--${BOUNDARY}--\r\n`;
	const type = `multipart/form-data; boundary=${BOUNDARY}`;
	return { body, headers: { origin, 'sec-fetch-site': 'same-origin', 'content-type': type } };
}

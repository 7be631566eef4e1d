/** A part of a multipart body, written out by hand, so that hostile ones can be made too. */
export interface Part {
	name: string;
	/** Makes it a file part; an empty one is what a browser sends for a field left empty. */
	fileName?: string;
	content: string | Uint8Array;
}

const BOUNDARY = '----leslie-test';

export function multipartBody(parts: readonly Part[]): Buffer<ArrayBuffer> {
	const written = parts.flatMap(({ name, fileName, content }) => [
		`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`,
		fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`,
		'\r\n\r\n',
		content,
		'\r\n'
	]);
	return Buffer.concat([...written, `--${BOUNDARY}--\r\n`].map((piece) => Buffer.from(piece)));
}

export function multipartRequest(parts: readonly Part[], body: BodyInit = multipartBody(parts)): Request {
	const headers = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };
	const init = { method: 'POST', headers, body, duplex: 'half' } as const;
	return new Request('http://localhost/', init);
}

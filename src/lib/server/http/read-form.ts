import { error } from '@sveltejs/kit';
import { typedValues, type Typed } from './form.ts';

const MOST_BYTES = 1024 * 1024;
const TOO_LARGE =
	'This form is larger than 1 MB. Nothing was changed: go back, shorten what you typed, and send it again.';

/** The text fields of an ordinary form, counted while they arrive. */
export async function readForm(request: Request): Promise<Typed> {
	const body = await readLimited(request);
	const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' };
	const form = await new Response(body, { headers })
		.formData()
		.catch(() => error(400, 'This form cannot be read. Nothing was changed: go back and send it again.'));
	return typedValues(form);
}

async function readLimited(request: Request): Promise<Buffer<ArrayBuffer>> {
	if (Number(request.headers.get('Content-Length')) > MOST_BYTES) error(413, TOO_LARGE);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.length;
		if (size > MOST_BYTES) error(413, TOO_LARGE);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

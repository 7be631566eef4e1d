import { error } from '@sveltejs/kit';
import { typedValues, type Typed } from './form.ts';

const MOST_BYTES = 1024 * 1024;
const TOO_LARGE =
	'This form is larger than 1 MB. Nothing was changed: go back, shorten what you typed, and send it again.';

/** The text fields of an ordinary form, counted while they arrive. */
export async function readForm(request: Request): Promise<Typed> {
	return typedValues(await readSmallForm(request, MOST_BYTES, TOO_LARGE));
}

/** A form in memory, with the files in it, counted while it arrives. */
export async function readSmallForm(
	request: Request,
	mostBytes: number,
	tooLarge: string
): Promise<FormData> {
	const body = await readLimited(request, mostBytes, tooLarge);
	const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' };
	return new Response(body, { headers })
		.formData()
		.catch(() => error(400, 'This form cannot be read. Nothing was changed: go back and send it again.'));
}

async function readLimited(
	request: Request,
	mostBytes: number,
	tooLarge: string
): Promise<Buffer<ArrayBuffer>> {
	if (Number(request.headers.get('Content-Length')) > mostBytes) error(413, tooLarge);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.length;
		if (size > mostBytes) error(413, tooLarge);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

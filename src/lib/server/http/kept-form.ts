import { Busboy } from '@fastify/busboy';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MOST_TYPED_BYTES } from '#lib/domain/files.ts';
import type { KeptForm } from '#lib/domain/kept-form.ts';
import { returnPath } from '#lib/domain/return-path.ts';
import { isSecret } from './form.ts';

/** So much is read of a form of somebody who is not signed in; its files are thrown away while they come. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FIELDS = 2000;
const FIELD = 'kept.';
const FILE = 'file.';

/** What was typed into a form, to be shown again; null where it cannot be kept. Nothing of it is stored. */
export async function readTyped(request: Request, url: URL): Promise<KeptForm | null> {
	const to = returnPath(url.pathname + url.search);
	const type = request.headers.get('Content-Type') ?? '';
	if (to === null || !/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) return null;
	const isMultipart = /^multipart/i.test(type);
	const fields: { name: string; text: string }[] = [];
	const files: { field: string; name: string }[] = [];
	let typedBytes = 0;

	const limits = { fields: MOST_FIELDS, fieldSize: MOST_TYPED_BYTES + 1, headerPairs: 50 };
	const read = async () => {
		const parser = new Busboy({ headers: { 'content-type': type }, limits });
		parser.on('field', (name, text) => {
			typedBytes += name.length + text.length;
			if (typedBytes <= MOST_TYPED_BYTES) fields.push({ name, text: text.replaceAll('\0', '') });
		});
		parser.on('file', (field, bytes, name) => {
			bytes.on('error', () => undefined);
			bytes.resume();
			if (name) files.push({ field, name });
		});
		parser.on('fieldsLimit', () => (typedBytes = Infinity));
		if (request.body) await pipeline(Readable.from(atMost(request.body)), parser);
	};
	const [done] = await Promise.allSettled([read()]);
	if (done.status === 'rejected' || typedBytes > MOST_TYPED_BYTES) return null;
	const open = fields.filter(({ name }) => !isSecret(name));
	return { to, isMultipart, fields: open, files, hadSecret: open.length < fields.length };
}

async function* atMost(body: AsyncIterable<Uint8Array>) {
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new Error('More than is read of a form without a session.');
		yield chunk;
	}
}

/** The hidden fields with which a form goes from page to page, until it is sent. */
export function carriedFields(kept: KeptForm): { name: string; value: string }[] {
	return [
		{ name: 'to', value: kept.to },
		...(kept.isMultipart ? [{ name: 'multipart', value: '1' }] : []),
		...(kept.hadSecret ? [{ name: 'secret', value: '1' }] : []),
		...kept.fields.map(({ name, text }) => ({ name: FIELD + name, value: text })),
		...kept.files.map(({ field, name }) => ({ name: FILE + field, value: name }))
	];
}

/** The form that hidden fields carry; null where they would lead away from us. */
export function keptForm(form: FormData): KeptForm | null {
	const to = returnPath(textOf(form.get('to')));
	if (to === null) return null;
	const under = (prefix: string) =>
		[...form].flatMap(([name, value]) =>
			name.startsWith(prefix) ? [{ name: name.slice(prefix.length), text: textOf(value) }] : []
		);
	return {
		to,
		isMultipart: form.has('multipart'),
		hadSecret: form.has('secret'),
		fields: under(FIELD).filter(({ name }) => !isSecret(name)),
		files: under(FILE).map(({ name: field, text: name }) => ({ field, name }))
	};
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

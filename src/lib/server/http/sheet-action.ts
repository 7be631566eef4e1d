import { fail, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Refusal } from '#lib/domain/reasons.ts';
import { isImportReason } from '#lib/text/catalogue/import-reasons.ts';
import { answer, type FormSchema, type Outcome } from './answer.ts';
import { asOfNow } from './as-of-now.ts';
import { typedValues } from './form.ts';
import type { ProjectRequest } from './gate.ts';
import { guard } from './page.ts';
import { readSmallForm } from './read-form.ts';
import { projectAttempt, recordRefusal } from './refused.ts';

/** Twice the largest file; what is just above that file's size is told on the page itself. */
const MOST_BYTES = 4 * 1024 * 1024;
const TOO_LARGE = 'This file is far too large. Nothing was changed: go back and choose a smaller one.';

export interface SentFile {
	name: string;
	bytes: Buffer;
}

/** Either goes on to another page, or shows on this one what would happen. */
type Answered<Shown> = Outcome & { shown?: Shown };

/**
 * A form action with one small file that never touches the disk: it is read, answered and forgotten. A file that cannot
 * be read is no attempt at anything, so the audit trail does not name it.
 */
export function sheetAction<S extends FormSchema, Shown>(
	permission: Permission,
	schema: S,
	run: (
		request: ProjectRequest,
		input: v.InferOutput<S>,
		file: SentFile | undefined
	) => Promise<Answered<Shown>>
) {
	return guard(permission, async (event: RequestEvent) => {
		const request = await projectAttempt(event, permission);
		const form = await readSmallForm(event.request, MOST_BYTES, TOO_LARGE);
		const file = await fileOf(form);
		let shown: Shown | undefined;
		const runNow = async (input: v.InferOutput<S>): Promise<Outcome> => {
			const { shown: found, ...outcome } = await run(await asOfNow(request, permission), input, file);
			shown = found;
			return found === undefined ? outcome : { preview: [] };
		};
		const onRefusal = async (refusal: Refusal | 'missing') => {
			if (refusal !== 'missing' && refusal.reasons.every(isImportReason)) return;
			await recordRefusal(request, permission, refusal);
		};
		const { status, data } = await answer(event, schema, typedValues(form), runNow, onRefusal);
		return fail(status, { ...data, shown });
	});
}

async function fileOf(form: FormData): Promise<SentFile | undefined> {
	const file = form.get('file');
	if (!(file instanceof File) || (file.name === '' && file.size === 0)) return undefined;
	return { name: file.name.slice(-200), bytes: Buffer.from(await file.arrayBuffer()) };
}

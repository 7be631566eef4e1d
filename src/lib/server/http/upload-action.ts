import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Permission } from '#lib/domain/permissions.ts';
import { assertNone, type Refusal } from '#lib/domain/reasons.ts';
import { keepFiles } from '#lib/server/files/keep-files.ts';
import { fileStore } from '#lib/server/files/store.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { answer, type FormSchema, type Ran } from './answer.ts';
import { asOfNow } from './as-of-now.ts';
import type { ProjectRequest } from './gate.ts';
import { guard } from './page.ts';
import { readForm } from './read-form.ts';
import { discard, readUpload, type Upload } from './read-upload.ts';
import { projectAttempt, recordRefusal } from './refused.ts';

/**
 * A form action with files. They lie in the store when `run` is called; a file field left empty is no file.
 * The largest size of one file is the quality plan's.
 */
export function uploadAction<S extends FormSchema>(
	permission: Permission,
	schema: S,
	run: (request: ProjectRequest, input: v.InferOutput<S>, files: ReceivedFile[]) => Ran
) {
	return guard(permission, async (event: RequestEvent) => {
		const request = await projectAttempt(event, permission);
		const upload = await readAny(request);
		const placeAndRun = async (input: v.InferOutput<S>) => {
			assertNone(upload.reasons);
			const current = await asOfNow(request, permission);
			return keepFiles(request.db, fileStore(), upload.incoming, (files) => run(current, input, files));
		};
		const refused = (refusal: Refusal | 'missing') => recordRefusal(request, permission, refusal);
		return answer(event, schema, upload.typed, placeAndRun, refused).finally(() => discard(upload.incoming));
	});
}

async function readAny({ event, db, project }: ProjectRequest): Promise<Upload> {
	const isMultipart = /^multipart\/form-data/i.test(event.request.headers.get('Content-Type') ?? '');
	if (!isMultipart) return { typed: await readForm(event.request), incoming: [], reasons: [] };
	const { plan } = await findQualityPlan(db, project.id);
	return readUpload(event.request, fileStore(), plan.maxFileMegabytes);
}

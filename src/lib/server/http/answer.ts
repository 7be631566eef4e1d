import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Conflict, NotFound, Refusal } from '#lib/domain/reasons.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { setFlash } from './flash.ts';
import { issuesByField, withoutSecrets, type FormFailure, type Typed } from './form.ts';

/** A field that may be absent is `v.optional`. */
export type FormSchema = v.GenericSchema<Record<string, string | string[] | undefined>, unknown>;

/** Where to go afterwards, and what to say there. Without an answer the same page is shown again, saying "Saved". */
export interface Outcome {
	to?: string;
	/** A code of `lib/text/flash.ts`; null says nothing. */
	flash?: string | null;
	label?: string;
	/** Instead of going anywhere: what the act would do. The form is shown again as it was typed. */
	preview?: readonly Sentence[];
}

export type Ran = Promise<Outcome | void>;

/** What every form action does with what was typed: check it, run, and say what came of it. */
export async function answer<S extends FormSchema>(
	event: RequestEvent,
	schema: S,
	typed: Typed,
	run: (input: v.InferOutput<S>) => Ran,
	onRefusal?: (refusal: Refusal | 'missing') => Promise<void>
): Promise<ActionFailure<FormFailure>> {
	const failed = (status: number, what: Partial<FormFailure>) =>
		fail(status, { ...emptyFailure(event.url), values: withoutSecrets(typed), ...what });

	const parsed = v.safeParse(schema, typed);
	if (!parsed.success) return failed(422, { issues: issuesByField(parsed.issues) });

	let outcome: Outcome | void;
	try {
		outcome = await run(parsed.output);
	} catch (problem) {
		if (problem instanceof NotFound) {
			await onRefusal?.('missing');
			error(404, 'Not found');
		}
		if (problem instanceof Conflict) return failed(409, { theirs: { ...problem.theirs } });
		if (!(problem instanceof Refusal)) throw problem;
		await onRefusal?.(problem);
		return failed(isAccess(problem) ? 403 : 409, { reasons: problem.reasons.map(sentenceOf) });
	}
	if (outcome?.preview) return failed(200, { preview: outcome.preview });
	const flash = outcome?.flash === undefined ? 'saved' : outcome.flash;
	if (flash !== null) setFlash(event, flash, outcome?.label ?? '');
	redirect(303, outcome?.to ?? samePage(event.url));
}

/** The page of the form without the name of its action. */
function samePage(url: URL): string {
	const search = url.search.replace(/^\?\/[^&]*&?/, '?');
	return url.pathname + (search === '?' ? '' : search);
}

function emptyFailure(url: URL): FormFailure {
	const name = /^\?\/([^&]*)/.exec(url.search)?.[1] ?? 'default';
	return { action: name, values: {}, issues: {}, reasons: [], theirs: null };
}

const ACCESS_CODES: readonly string[] = ['role-needed', 'out-of-scope', 'deputy-may-not', 'rights-ended'];

function isAccess(refusal: Refusal): boolean {
	return refusal.reasons.some(({ code }) => ACCESS_CODES.includes(code));
}

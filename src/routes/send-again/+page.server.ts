import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { destinationOf, knownAgain, type KeptForm } from '#lib/domain/kept-form.ts';
import { SignInSchema } from '#lib/schemas/sign-in.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { answer } from '#lib/server/http/answer.ts';
import type { FormFailure, Typed } from '#lib/server/http/form.ts';
import { visitorRequest } from '#lib/server/http/gate.ts';
import { carriedFields, keptForm } from '#lib/server/http/kept-form.ts';
import { guard, visitorPage } from '#lib/server/http/page.ts';
import { readSmallForm } from '#lib/server/http/read-form.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const TOO_LARGE = 'This form is larger than 2 MB. Nothing was sent: go back, and copy what you typed.';

/** There is nothing to see without a form that is on its way. */
export const load = visitorPage(async ({ event }) => {
	if (event.request.method !== 'POST') redirect(303, '/');
	event.setHeaders({ 'Cache-Control': 'no-store' });
	return {};
});

const NOTHING_YET: FormFailure = { action: 'default', values: {}, issues: {}, reasons: [], theirs: null };

export const actions = {
	default: guard('visitor', async (event: RequestEvent) => {
		const { db, now } = visitorRequest(event);
		const form = await readSmallForm(event.request, MOST_BYTES, TOO_LARGE);
		const kept = keptForm(form);
		if (kept === null) error(400, 'This form leads nowhere. Nothing was sent.');
		const shown = { kept: shownForm(kept), isSignedIn: false };
		if (!form.has('email')) return fail(401, { ...NOTHING_YET, ...shown });

		const typed: Typed = { email: textOf(form.get('email')), password: textOf(form.get('password')) };
		const { status, data } = await answer(event, SignInSchema, typed, async (input) => {
			await signIn(db, event, input, now);
			return { preview: [] };
		});
		return fail(status, { ...data, ...shown, isSignedIn: data.preview !== undefined });
	})
};

function shownForm(kept: KeptForm) {
	const { to, isMultipart, fields, hadSecret } = kept;
	const files = [...Map.groupBy(kept.files, ({ field }) => field)].map(([field, own]) => ({
		field,
		names: own.map(({ name }) => name)
	}));
	const { page, act } = destinationOf(kept);
	const words = knownAgain(fields);
	return { to, isMultipart, fields, files, hadSecret, page, act, words, carried: carriedFields(kept) };
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

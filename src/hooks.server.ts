import { error, json, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { readEnvironment } from '#db/environment.ts';
import { dayIn } from '#lib/domain/days.ts';
import { readSessionIn } from '#lib/server/auth/sessions.ts';
import { loadClock, now } from '#lib/server/clock.ts';
import { closeDatabase, database, openDatabase } from '#lib/server/db.ts';
import { openFileStore } from '#lib/server/files/store.ts';
import { actingId } from '#lib/server/http/acting.ts';
import { actIn } from '#lib/server/http/context.ts';
import { pack, spare } from '#lib/server/http/deliver.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { FORGET_PAGES, secureHeaders } from '#lib/server/http/headers.ts';
import { isForEveryone, NOBODY } from '#lib/server/http/for-everyone.ts';
import { keepTyped } from '#lib/server/http/keep-typed.ts';
import { isReadByScript, withoutStyles } from '#lib/server/http/read-by-script.ts';
import { remember } from '#lib/server/http/remember.ts';
import { dataRefusal } from '#lib/server/http/page-data.ts';
import { refusalOf } from '#lib/server/http/same-origin.ts';
import { newId } from '#lib/server/ids.ts';
import { endSending } from '#lib/server/mail/mail-pass.ts';
import { keepSender } from '#lib/server/mail/running.ts';
import { startMailSender } from '#lib/server/mail/mail-sender.ts';
import { problemText } from '#lib/text/problems.ts';

export const init: ServerInit = async () => {
	const environment = readEnvironment(process.env);
	await openDatabase(environment);
	await openFileStore(environment.dataDir);
	await loadClock(database());
	const sender = await startMail(environment);
	process.on('sveltekit:shutdown', async () => {
		await sender?.stop();
		await closeDatabase();
	});
};

async function startMail({ mail: settings, origin }: ReturnType<typeof readEnvironment>) {
	const db = database();
	if (settings === null) return void (await endSending(db));
	const onProblem = (problem: unknown) => console.error('mail', problem);
	return keepSender(startMailSender({ db, settings, origin, clock: now, onProblem }));
}

const harden: Handle = async ({ event, resolve }) => {
	event.locals.requestId = newId();
	const refusal = refusalOf(event.request, event.url) ?? dataRefusal(event);
	const response = refusal ? json({ message: refusal.message }, refusal) : await resolve(event);
	secureHeaders(response.headers, { personal: event.locals.signedIn != null });
	// Turned away to sign in: the session ended otherwise than by signing out.
	if (event.locals.signedIn === null && response.status === 303 && event.request.method === 'GET')
		for (const [name, value] of Object.entries(FORGET_PAGES)) response.headers.set(name, value);
	return response;
};

const identify: Handle = async ({ event, resolve }) => {
	const { locals } = event;
	locals.now = now();
	locals.today = dayIn('UTC', locals.now);
	locals.project = null;
	locals.actor = null;
	if (isForEveryone(event.route.id)) {
		Object.assign(locals, NOBODY);
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%theme%', '') });
	}
	const slug = event.params.project;
	const session = await readSessionIn(database(), event, locals.now, slug);
	locals.signedIn = session?.signedIn ?? null;
	locals.flash = event.request.method === 'GET' ? takeFlash(event) : null;
	const theme = event.cookies.get('theme');
	locals.theme = theme === 'light' || theme === 'dark' ? theme : 'system';

	if (slug !== undefined && session) {
		if (!session.member) error(404, 'Not found');
		const acting = actingId(event.cookies);
		const found = await actIn(database(), session.member, session.signedIn, locals.now, acting);
		({ today: locals.today, project: locals.project, actor: locals.actor } = found);
	}
	const attribute = locals.theme === 'system' ? '' : `data-theme="${locals.theme}"`;
	const isForScript = isReadByScript(event.request);
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const page = html.replace('%theme%', attribute);
			return isForScript ? withoutStyles(page) : page;
		}
	});
};

export const handle = sequence(spare, harden, identify, keepTyped, remember, pack);

export const handleError: HandleServerError = ({ error: problem, event, status }) => {
	const { requestId } = event.locals;
	// A secret in an address stays out of the log.
	const path = 'secret' in event.params ? event.route.id : event.url.pathname;
	if (status >= 500) console.error(requestId, event.request.method, path, problem);
	return { message: problemText(status, requestId), requestId };
};

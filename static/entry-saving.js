/*
 * Saves every field of an entry as people type; without this, its button does. The answer is this page once more, and
 * what follows from the save is taken over from it: nothing is rendered here, and what people type stays theirs.
 */
const PAUSE = 1200;
const RETRY = 8000;
const REFUSED = 'not saved: see below';
const CONFLICT = 'not saved: somebody else changed it meanwhile';
const OFFLINE = 'not saved: no connection. Your text stays here and is sent again.';
const SIGNED_OUT = 'not saved: you are signed out. Sign in in a new tab, then save here; your text stays. ';
const CLOSED = 'not saved: this page no longer takes it. Your text stays here; reload to see why.';
const RESET = 'It had been signed: the entry goes back and is checked again.';

/** @typedef {{ status: number, address: string, page: Document | null }} Answer */

/** @param {HTMLFormElement} form @param {FormData} body @returns {Promise<Answer>} */
function send(form, body) {
	return new Promise((done) => {
		const request = new XMLHttpRequest();
		request.open('POST', form.action);
		request.responseType = 'document';
		request.setRequestHeader('accept', 'text/html');
		request.onloadend = () =>
			done({ status: request.status, address: request.responseURL, page: request.response });
		request.send(body);
	});
}

/** Takes a part of the page over; what is folded open stays open. @param {Element | null} to @param {ParentNode} from */
function take(to, from) {
	if (!(to instanceof HTMLElement)) return;
	const next = from.querySelector(`[data-part="${to.dataset.part}"]`);
	if (!next) return;
	const open = [...to.querySelectorAll('details')].map((one) => one.open);
	to.replaceChildren(...document.importNode(next, true).childNodes);
	for (const [index, one] of to.querySelectorAll('details').entries()) one.open ||= open[index] ?? false;
}

/** What the whole page says of the entry, and each field of itself. @param {Document} page */
function takeAll(page) {
	for (const part of document.querySelectorAll('[data-part="overview"]')) take(part, page);
	for (const field of document.querySelectorAll('article[data-field]')) {
		const next = page.getElementById(field.id);
		if (next) take(field.querySelector('[data-part="needs"]'), next);
	}
}

function signIn() {
	const link = document.createElement('a');
	Object.assign(link, { href: '/login', target: '_blank', rel: 'noopener', textContent: 'Sign in' });
	return link;
}

/** @param {HTMLFormElement} form @param {Element} field */
function watch(form, field) {
	const status = field.querySelector('[role="status"]');
	const reset = field.querySelector('[data-reset]');
	const version = form.querySelector('input[name="version"]');
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let timer;
	/** What was typed is on its way nowhere yet. */
	let isWaiting = false;
	let isOffline = false;
	let isConflict = false;
	let isBusy = false;
	/** @type {HTMLElement | null | undefined} The button pressed while another save was under way. */
	let queued;
	const part = (/** @type {string} */ name) => form.querySelector(`[data-part="${name}"]`);

	function say(/** @type {string} */ text, isBad = false) {
		if (!status) return;
		status.textContent = text;
		status.classList.toggle('bad', isBad);
	}

	function soon(/** @type {number} */ pause) {
		if (isConflict) return;
		clearTimeout(timer);
		isWaiting = true;
		if (!isOffline) say('not saved yet');
		timer = setTimeout(() => form.requestSubmit(), pause);
	}

	async function save(/** @type {HTMLElement | null} */ submitter) {
		clearTimeout(timer);
		if (isBusy) {
			queued = submitter ?? queued ?? null;
			return;
		}
		const body = new FormData(form, submitter);
		const order = submitter instanceof HTMLButtonElement && submitter.name === 'do' ? submitter.value : null;
		const rows = form.querySelector('fieldset');
		isBusy = true;
		isWaiting = false;
		queued = undefined;
		say('saving …');
		// Rows that are about to change their places take no text meanwhile.
		if (order !== null && rows) rows.disabled = true;
		const { status: code, address, page } = await send(form, body);
		isBusy = false;
		if (order !== null && rows) rows.disabled = false;
		isOffline = code === 0 || code >= 500;
		const next = page?.getElementById(field.id);
		const [, saved, outcome] = new URL(address || location.href).searchParams.get('saved')?.split('.') ?? [];
		isConflict = code === 409 && next?.querySelector('[data-theirs]') !== null;
		if (isOffline) {
			isWaiting = true;
			say(OFFLINE, true);
			timer = setTimeout(() => form.requestSubmit(), RETRY);
		} else if (!page || !next) {
			const isSignedOut = code === 401 || new URL(address).pathname === '/login';
			say(isSignedOut ? SIGNED_OUT : CLOSED, true);
			if (isSignedOut) status?.append(signIn());
		} else if (code >= 400) {
			take(part('problems'), next);
			take(part('buttons'), next);
			say(isConflict ? CONFLICT : REFUSED, true);
			const alert = form.querySelector('[role="alert"]');
			if (submitter && alert instanceof HTMLElement) alert.focus();
		} else if (saved !== undefined) {
			if (version instanceof HTMLInputElement) version.value = saved;
			if (outcome === 'reset' && reset) reset.textContent = RESET;
			takeAll(page);
			take(part('problems'), next);
			take(part('buttons'), next);
			if (order !== null) arrange(next, order);
			if (!isWaiting) say(`✓ saved ${new Date().toTimeString().slice(0, 5)}, by your clock`);
		}
		if (queued !== undefined && saved !== undefined)
			form.requestSubmit(queued && form.contains(queued) ? queued : null);
	}

	/** Rows in their new order, and the focus where it was. @param {Element} next @param {string} order */
	function arrange(next, order) {
		const inputs = part('inputs');
		take(inputs, next);
		const same = [...(inputs?.querySelectorAll('button') ?? [])].find((one) => one.value === order);
		(same?.disabled === false ? same : inputs?.querySelector('textarea'))?.focus();
	}

	form.addEventListener('input', () => soon(PAUSE));
	form.addEventListener('change', () => soon(150));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void save(event.submitter);
	});
	addEventListener('online', () => isOffline && form.requestSubmit());
	// Who leaves while something waits leaves it with the server.
	addEventListener('pagehide', () => {
		if (isWaiting) void fetch(form.action, { method: 'POST', body: new FormData(form), keepalive: true });
	});
}

for (const field of document.querySelectorAll('article[data-field]')) {
	const form = field.querySelector('form');
	if (form) watch(form, field);
}
// A page that comes back from memory has old versions.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

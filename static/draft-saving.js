/* Keeps a form as a draft on the server while people type; without this, its buttons do. */
const PAUSE = 1500;
const RETRY = 8000;
const UNKEPT = 'The draft is not kept: no connection. Your text stays here and is sent again.';
const SIGNED_OUT =
	'The draft is not kept: you are signed out. Sign in in a new tab; your text stays here and is sent again.';

/** @param {HTMLFormElement} form */
function keepDraft(form) {
	const status = form.querySelector('[data-draft-status]');
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let timer;
	let isDirty = false;
	let isBusy = false;
	/** @type {HTMLElement | null | undefined} The button pressed while the draft was on its way. */
	let pressed;
	const say = (/** @type {string} */ text) => {
		if (status) status.textContent = text;
	};
	const body = () => {
		const typed = new FormData(form);
		typed.set('do', 'stay');
		return typed;
	};

	async function keep() {
		clearTimeout(timer);
		if (isBusy) return void (timer = setTimeout(() => void keep(), PAUSE));
		isBusy = true;
		isDirty = false;
		// The page that would follow is not asked for.
		const how = { method: 'POST', headers: { accept: 'text/html' }, redirect: /** @type {const} */ ('manual') };
		const answer = await fetch(location.pathname, { ...how, body: body() }).catch(() => null);
		isBusy = false;
		if (answer?.type === 'opaqueredirect') {
			if (!isDirty) say(`✓ draft kept ${new Date().toTimeString().slice(0, 5)}, by your clock`);
		} else {
			isDirty = true;
			say(answer?.status === 401 ? SIGNED_OUT : UNKEPT);
			timer = setTimeout(() => void keep(), RETRY);
		}
		if (pressed !== undefined) form.requestSubmit(pressed);
	}

	form.addEventListener('input', () => {
		isDirty = true;
		say('Draft not kept yet');
		clearTimeout(timer);
		timer = setTimeout(() => void keep(), PAUSE);
	});
	form.addEventListener('submit', (event) => {
		clearTimeout(timer);
		isDirty = false;
		if (!isBusy) return;
		event.preventDefault();
		pressed = event.submitter;
	});
	// Who leaves while something waits leaves it with the server.
	addEventListener('pagehide', () => {
		if (isDirty) void fetch(location.pathname, { method: 'POST', body: body(), keepalive: true });
	});
}

for (const form of document.querySelectorAll('form[data-draft]'))
	if (form instanceof HTMLFormElement) keepDraft(form);
// A page that comes back from memory has an old draft.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

import { applyAction, deserialize } from '$app/forms';

/** What became of what was typed. */
export type Keeping =
	| { kind: 'idle' }
	| { kind: 'restored' }
	| { kind: 'saving' }
	| { kind: 'kept'; at: string }
	| { kind: 'sending' }
	/** Nobody could be asked; it is tried again. */
	| { kind: 'offline'; isSending: boolean }
	| { kind: 'signed-out' };

interface Options {
	/** Address of the period. */
	here: string;
	/** Name under which this browser keeps what was typed and not saved. */
	keep: string;
	tell: (keeping: Keeping) => void;
}

const PAUSE = 1500;
const RETRY = 6000;

/**
 * Keeps a form while somebody types: at once in this browser, after a pause as a draft on the server, photos too. What a
 * cut line, an ended session or a closed tab left unsent comes back when the page is opened again.
 */
export function keepTyping(form: HTMLFormElement, { here, keep, tell }: Options): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isBusy = false;
	let isDirty = false;
	/** The act that waits for the line to come back. */
	let waiting: string | null = null;

	const hasRestored = restore(form, keep);
	if (hasRestored) tell({ kind: 'restored' });

	function changed(event: Event) {
		isDirty = true;
		remember(form, keep);
		const isFile = event.target instanceof HTMLInputElement && event.target.type === 'file';
		later(isFile ? 0 : PAUSE);
	}

	function later(pause: number) {
		clearTimeout(timer);
		timer = setTimeout(() => void send(waiting ?? 'save'), pause);
	}

	function submitted(event: SubmitEvent) {
		event.preventDefault();
		const name = event.submitter?.getAttribute('formaction')?.split('?/')[1] ?? 'submit';
		const taken = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
		void send(name, taken?.name === 'remove' ? taken.value : '');
	}

	async function send(act: string, remove = '') {
		clearTimeout(timer);
		const isQuiet = act === 'save' && remove === '';
		if (isBusy) {
			// A second tap of the same is the first; anything else waits its turn.
			if (!isQuiet && waiting === null) waiting = act;
			return;
		}
		isBusy = true;
		waiting = isQuiet ? null : act;
		tell({ kind: isQuiet ? 'saving' : 'sending' });
		const body = new FormData(form);
		if (isQuiet) body.set('quiet', '1');
		if (remove !== '') body.set('remove', remove);
		const files = chosenFiles(form);
		isDirty = false;
		const result = await post(`${here}?/${act}`, body);
		isBusy = false;
		if (result === null || result.type === 'error') {
			isDirty = true;
			tell({ kind: 'offline', isSending: !isQuiet });
			later(RETRY);
		} else if (result.type === 'redirect' && new URL(result.location, location.href).pathname === '/login') {
			isDirty = true;
			tell({ kind: 'signed-out' });
		} else if (result.type === 'redirect' && isQuiet) {
			settle(files);
			if (!isDirty) forget(keep);
			tell({ kind: 'kept', at: timeText(new Date()) });
			if (waiting !== null) void send(waiting);
			else if (isDirty) later(PAUSE);
		} else if (result.type === 'redirect') {
			forget(keep);
			location.assign(result.location);
		} else {
			waiting = null;
			tell({ kind: 'idle' });
			if (!isQuiet) await applyAction(result);
			form.querySelector('[role="alert"]')?.scrollIntoView();
		}
	}

	/** The line is back, or somebody came back from signing in. */
	const again = () => {
		if (isDirty || waiting !== null) later(0);
	};
	form.addEventListener('input', changed);
	form.addEventListener('submit', submitted);
	window.addEventListener('online', again);
	if (hasRestored) later(PAUSE);
	return () => {
		clearTimeout(timer);
		form.removeEventListener('input', changed);
		form.removeEventListener('submit', submitted);
		window.removeEventListener('online', again);
	};
}

async function post(address: string, body: FormData) {
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	try {
		const response = await fetch(address, { method: 'POST', headers, body });
		return deserialize(await response.text());
	} catch {
		return null;
	}
}

function chosenFiles(form: HTMLFormElement): { input: HTMLInputElement; names: string[] }[] {
	return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')]
		.map((input) => ({ input, names: [...(input.files ?? [])].map(({ name }) => name) }))
		.filter(({ names }) => names.length > 0);
}

/** Files that arrived need not be sent again; their names say that they are there. */
function settle(files: readonly { input: HTMLInputElement; names: string[] }[]): void {
	for (const { input, names } of files) {
		input.value = '';
		const told = input.form?.querySelector(`[data-kept="${input.name}"]`);
		if (told) told.textContent = `${told.textContent ?? ''} ✓ ${names.join(', ')}`.trim();
	}
}

/** Text fields by name; what names the page itself belongs to each page anew. */
function wordsOf(form: HTMLFormElement): [string, string][] {
	return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
		typeof value === 'string' && !/^(key|seenVersion|(text)?version-.*)$/i.test(name) ? [[name, value]] : []
	);
}

function remember(form: HTMLFormElement, keep: string): void {
	try {
		localStorage.setItem(keep, JSON.stringify(wordsOf(form)));
	} catch {
		// A browser that keeps nothing still sends.
	}
}

function forget(keep: string): void {
	try {
		localStorage.removeItem(keep);
	} catch {
		// As above.
	}
}

/** Puts kept words back into their fields; true when any differed from what stood there. */
function restore(form: HTMLFormElement, keep: string): boolean {
	let hasChanged = false;
	for (const [name, value] of kept(keep)) {
		for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
			if (field.type === 'radio') {
				if (field.value !== value || field.checked) continue;
				field.checked = true;
			} else {
				if (field.value === value) continue;
				field.value = value;
			}
			field.closest('details')?.setAttribute('open', '');
			hasChanged = true;
		}
	}
	return hasChanged;
}

function kept(keep: string): [string, string][] {
	try {
		const words: unknown = JSON.parse(localStorage.getItem(keep) ?? '[]');
		if (!Array.isArray(words)) return [];
		return words.flatMap((one: unknown): [string, string][] =>
			Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' ? [[one[0], one[1]]] : []
		);
	} catch {
		return [];
	}
}

function timeText(now: Date): string {
	return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

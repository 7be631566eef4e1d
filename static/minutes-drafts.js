/* Keeps what is typed under a point in this browser until it is saved; without this, the button alone saves. */
for (const field of document.querySelectorAll('textarea[data-draft]')) {
	if (!(field instanceof HTMLTextAreaElement)) continue;
	const [point = '', version = ''] = (field.dataset.draft ?? '').split(':');
	const key = `minutes:${point}`;
	const status = field.form?.querySelector('[data-draft-status]');
	const saved = field.defaultValue;
	const say = (/** @type {string} */ text) => {
		if (status) status.textContent = text;
	};
	/** @type {{ version?: string, text?: string } | null} */
	let kept = null;
	try {
		kept = JSON.parse(localStorage.getItem(key) ?? 'null');
	} catch {
		localStorage.removeItem(key);
	}
	if (typeof kept?.text === 'string' && kept.text.trim() !== saved.trim()) {
		const draft = kept.text;
		// What nobody saved over stands there again by itself; otherwise whoever typed it chooses.
		const isSame = kept.version === version;
		if (isSame) {
			field.value = draft;
			say('What you typed is back; not saved yet.');
		}
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = isSame ? 'Take what is saved' : 'Show what you typed before others saved';
		button.addEventListener('click', () => {
			field.value = isSame ? saved : draft;
			if (isSame) localStorage.removeItem(key);
			button.remove();
			say(isSame ? '' : 'Brought back; not saved yet.');
		});
		status?.after(button);
	} else localStorage.removeItem(key);
	field.addEventListener('input', () => {
		localStorage.setItem(key, JSON.stringify({ version, text: field.value }));
		say('Not saved yet; kept in this browser.');
	});
}

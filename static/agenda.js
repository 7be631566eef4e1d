/* Lets an open clock tick, and points of the agenda be dragged; without this, reload the page, and press the arrows. */
const began = performance.now();
const clocks = [...document.querySelectorAll('[data-clock]')].filter((one) => one instanceof HTMLElement);
if (clocks.length > 0)
	setInterval(() => {
		for (const clock of clocks) {
			const seconds = Number(clock.dataset.clock) + Math.floor((performance.now() - began) / 1000);
			const minutes = Math.floor(seconds / 60);
			const planned = Number(clock.dataset.minutes ?? '');
			const [, rest = ''] = / (of .*?)(?:, [^,]* over)?$/.exec(clock.textContent ?? '') ?? [];
			const over = planned > 0 && minutes > planned ? `, ${minutes - planned} min over` : '';
			const taken = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
			clock.textContent = rest === '' ? taken : `${taken} ${rest}${over}`;
		}
	}, 1000);

/** @type {HTMLFormElement | null} The form that moves what is dragged. */
let moving = null;
const pointOf = (/** @type {EventTarget | null} */ target) =>
	target instanceof Element ? target.closest('[id^="point-"]') : null;
const idOf = (/** @type {Element | null} */ point) => point?.id.slice('point-'.length) ?? '';

for (const form of document.querySelectorAll('form[data-move]')) {
	if (!(form instanceof HTMLFormElement)) continue;
	const handle = document.createElement('span');
	handle.draggable = true;
	handle.title = 'Drag to another place of the day';
	handle.textContent = '⠿';
	// The arrows beside it do the same for who has no mouse.
	handle.ariaHidden = 'true';
	handle.addEventListener('dragstart', (event) => {
		moving = form;
		const point = pointOf(form);
		if (point) event.dataTransfer?.setDragImage(point, 0, 0);
		event.dataTransfer?.setData('text/plain', idOf(point));
	});
	handle.addEventListener('dragend', () => (moving = null));
	form.prepend(handle);
}

document.addEventListener('dragover', (event) => {
	if (moving && pointOf(event.target)?.closest('[data-day]') === moving.closest('[data-day]'))
		event.preventDefault();
});
document.addEventListener('drop', (event) => {
	const onto = pointOf(event.target);
	const form = moving;
	moving = null;
	if (!form || !onto || onto === pointOf(form)) return;
	event.preventDefault();
	const { top, height } = onto.getBoundingClientRect();
	const isBelow = event.clientY > top + height / 2;
	const points = [...(onto.closest('[data-day]')?.querySelectorAll('[id^="point-"]') ?? [])];
	const before = isBelow ? points[points.indexOf(onto) + 1] : onto;
	for (const [name, value] of [
		['direction', 'before'],
		['before', idOf(before ?? null)]
	]) {
		const field = document.createElement('input');
		Object.assign(field, { type: 'hidden', name, value });
		form.append(field);
	}
	form.submit();
});

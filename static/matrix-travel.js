/* Arrow keys travel through a table marked data-travel; Home and End go to the ends of a row. Without this, Tab does. */
document.addEventListener('keydown', (event) => {
	const link = event.target;
	if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
	const cell = link.closest('td, th');
	const table = cell?.closest('table[data-travel]');
	if (!(cell instanceof HTMLTableCellElement) || !(table instanceof HTMLTableElement)) return;
	const row = cell.parentElement;
	if (!(row instanceof HTMLTableRowElement)) return;

	const place = [...row.cells].slice(0, cell.cellIndex).reduce((sum, one) => sum + one.colSpan, 0);
	const at = (/** @type {HTMLTableRowElement} */ one) => {
		let left = place;
		return [...one.cells].find((candidate) => (left -= candidate.colSpan) < 0);
	};
	const rows = [...table.rows];
	const above = rows.slice(0, row.rowIndex - rows[0].rowIndex).reverse();
	const below = rows.slice(row.rowIndex - rows[0].rowIndex + 1);
	const cells = [...row.cells];
	/** @type {Record<string, () => (HTMLTableCellElement | undefined)[]>} */
	const ways = {
		ArrowLeft: () => cells.slice(0, cell.cellIndex).reverse(),
		ArrowRight: () => cells.slice(cell.cellIndex + 1),
		ArrowUp: () => above.map(at),
		ArrowDown: () => below.map(at),
		Home: () => cells,
		End: () => cells.toReversed()
	};
	const way = ways[event.key];
	if (!way) return;
	const next = way()
		.map((one) => one?.querySelector('a'))
		.find((one) => one && one.offsetParent !== null);
	if (!next) return;
	event.preventDefault();
	next.focus();
	next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});

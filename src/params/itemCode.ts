/** D4.2, MS3, MC-KAZNU-03, A-007, DEC-012: letters and a number, as no page of a project is named. */
export function match(param: string): boolean {
	return /^([a-z]{1,3}\d{1,3}(\.\d{1,3}){0,2}|[a-z]{1,3}-[a-z0-9]{1,12}-\d{1,4}|(a|dec)-\d{1,6})$/i.test(
		param
	);
}

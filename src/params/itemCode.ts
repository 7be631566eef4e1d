/** D4.2, MS3: letters and a number, as no page of a project is named. */
export function match(param: string): boolean {
	return /^[a-z]{1,3}\d{1,3}(\.\d{1,3}){0,2}$/i.test(param);
}

import * as v from 'valibot';

export const filled = v.pipe(v.string(), v.nonEmpty());
export const iri = v.pipe(v.string(), v.url());
/** Our own addresses: what we export is named by where it stands. */
export const ours = v.pipe(v.string(), v.startsWith('https://desk.example/leslie/catalogue/public'));
export const instant = v.pipe(v.string(), v.isoTimestamp());

export function unique<T>(item: v.GenericSchema<T>) {
	return v.pipe(
		v.array(item),
		v.check((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length, 'twice the same')
	);
}

export function some<T>(item: v.GenericSchema<T>) {
	return v.pipe(v.array(item), v.minLength(1));
}

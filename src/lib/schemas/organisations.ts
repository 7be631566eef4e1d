import * as v from 'valibot';
import { optionalText, OptionalDay, Version } from './fields.ts';

const orNull = (most: number) =>
	v.pipe(
		optionalText(most),
		v.transform((text) => (text === '' ? null : text))
	);

const ZONES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

export const EditOrganisationSchema = v.object({
	version: Version,
	currentName: orNull(300),
	renamedOn: OptionalDay,
	city: orNull(120),
	timeZone: v.pipe(
		orNull(60),
		v.check((zone) => zone === null || ZONES.has(zone), 'Enter a zone such as Asia/Almaty.')
	),
	pic: v.pipe(
		orNull(9),
		v.check((pic) => pic === null || /^\d{9}$/.test(pic), 'A PIC has nine digits.')
	)
});
export type EditOrganisation = v.InferOutput<typeof EditOrganisationSchema>;

import * as v from 'valibot';

export const AddNationalProfile = v.object({
	country: v.pipe(v.string('Choose a country.'), v.regex(/^[A-Z]{2}$/, 'Choose a country.'))
});

import * as v from 'valibot';

export const RemoveSampleDataSchema = v.object({
	word: v.pipe(v.string('Type the word.'), v.trim(), v.minLength(1, 'Type the word.'), v.maxLength(100))
});
export type RemoveSampleData = v.InferOutput<typeof RemoveSampleDataSchema>;

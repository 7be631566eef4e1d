import * as v from 'valibot';
import { Id, requiredText } from './fields.ts';

export const BeginLookSchema = v.object({
	reason: requiredText('Say why you have to look, for the record.', 500)
});
export type BeginLook = v.InferOutput<typeof BeginLookSchema>;

export const EndLookSchema = v.object({ lookId: Id });
export type EndLook = v.InferOutput<typeof EndLookSchema>;

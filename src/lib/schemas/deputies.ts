import * as v from 'valibot';
import { Day, Id, requiredText } from './fields.ts';

/** The form stands on the page of the person it is about. */
export const NameDeputySchema = v.object({
	deputyId: Id,
	fromOn: Day,
	toOn: Day,
	reason: requiredText('Say why, for the record.', 500)
});
export type NameDeputy = v.InferOutput<typeof NameDeputySchema> & { personId: string };

export const DeputyOfSchema = v.object({ id: Id });
export type DeputyOf = v.InferOutput<typeof DeputyOfSchema>;

export const EndDeputySchema = v.object({ id: Id, reason: requiredText('Say why, for the record.', 500) });
export type EndDeputy = v.InferOutput<typeof EndDeputySchema>;

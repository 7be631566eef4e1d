import * as v from 'valibot';
import { id, line, password, sha256Text, text } from '#lib/schemas/deliverables.ts';
import { Day, OptionalDay } from '#lib/schemas/fields.ts';

export const ApproveEntry = v.object({
	itemId: id,
	coversSha256: sha256Text,
	/** Empty where a file comes with the form. */
	evidenceId: text(60),
	reference: line(300, 'Enter the number or the name of the decision.'),
	decidedOn: Day,
	validUntilOn: OptionalDay,
	password
});
export type ApproveEntry = v.InferOutput<typeof ApproveEntry>;

export const NameOfficer = v.object({
	personId: id,
	organisationId: id,
	office: line(200, 'Enter the office, such as Vice-Rector for Academic Affairs.'),
	fromOn: Day,
	toOn: OptionalDay
});
export type NameOfficer = v.InferOutput<typeof NameOfficer>;

export const EndOffice = v.object({ officerId: id, toOn: Day });
export type EndOffice = v.InferOutput<typeof EndOffice>;

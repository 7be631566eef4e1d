import * as v from 'valibot';
import { Id, optionalText, requiredText } from '#lib/schemas/fields.ts';

const level = v.picklist(['PU', 'SEN'], 'Choose who may see it.');

export const UploadRecordEvidence = v.object({ level });
export const LinkRecordAddress = v.object({
	level,
	url: requiredText('Enter the address.'),
	title: optionalText(300)
});
export const ReuseRecordEvidence = v.object({ evidenceId: Id });
export const UnlinkRecordEvidence = v.object({ useId: Id });

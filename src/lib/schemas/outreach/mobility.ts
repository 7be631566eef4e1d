import * as v from 'valibot';
import { MOBILITY_KINDS, MOBILITY_MODES } from '#lib/domain/outreach/mobility.ts';
import { OUTREACH_STATES } from '#lib/domain/outreach/states.ts';
import { Day, OptionalDay, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { OptionalId } from '#lib/schemas/meetings/fields.ts';
import { Country, DAYS_IN_ORDER, hasDaysInOrder, Ids } from './outreach.ts';

const fields = {
	kind: v.picklist(MOBILITY_KINDS, 'Choose what it is.'),
	state: v.picklist(OUTREACH_STATES, 'Say whether it took place.'),
	title: requiredText('Give it a title.', 300),
	startsOn: Day,
	endsOn: OptionalDay,
	mode: v.picklist(MOBILITY_MODES, 'Choose where people took part.'),
	place: optionalText(200),
	country: Country,
	organisationId: OptionalId,
	hostOrganisationId: OptionalId,
	workPackageIds: Ids,
	topics: optionalText(2000),
	results: optionalText(4000)
};

export const RecordMobility = v.pipe(
	v.object(fields),
	v.forward(v.partialCheck([['startsOn'], ['endsOn']], hasDaysInOrder, DAYS_IN_ORDER), ['endsOn'])
);
export type RecordMobility = v.InferOutput<typeof RecordMobility>;

export const EditMobility = v.pipe(
	v.object({ ...fields, version: Version }),
	v.forward(v.partialCheck([['startsOn'], ['endsOn']], hasDaysInOrder, DAYS_IN_ORDER), ['endsOn'])
);
export type EditMobility = v.InferOutput<typeof EditMobility>;

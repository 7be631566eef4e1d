import * as v from 'valibot';
import { ORGANISATION_ROLES, ORGANISATION_STATUSES } from '#lib/domain/organisations.ts';
import {
	address,
	day,
	maybe,
	month,
	organisation,
	provenance,
	slug,
	text,
	whole,
	workPackage
} from './fields.ts';

export const project = v.strictObject({
	slug,
	acronym: text(40, 'LESLIE'),
	title: text(500, 'Title in the grant agreement'),
	grant_number: maybe(text(40, 'Number of the grant agreement')),
	call: maybe(text(80, 'Code of the call')),
	programme: maybe(text(200, 'Funding programme')),
	granting_authority: maybe(text(200, 'The agency that signed')),
	website: maybe(address('Public page of the project')),
	start_on: day('First day of month 1'),
	duration_months: whole(1, 120, 'Months from start to end'),
	time_zone: text(60, 'IANA zone of the coordinator, such as Europe/Madrid: due days end there'),
	...provenance
});

export const organisations = v.strictObject({
	code: organisation('Short code, used in addresses and everywhere in this file'),
	acronym: text(40, 'UPV'),
	name: text(300, 'Name in the grant agreement'),
	current_name: maybe(text(300, 'Name today, where it changed since')),
	renamed_on: maybe(day('When the name changed')),
	country: v.pipe(
		v.string(),
		v.regex(/^[A-Z]{2}$/, 'must be a country code of two capitals, such as KZ'),
		v.description('ISO 3166 code')
	),
	city: maybe(text(100, 'Seat')),
	time_zone: maybe(text(60, 'IANA zone, such as Asia/Almaty')),
	role: v.optional(v.picklist(ORGANISATION_ROLES), 'partner'),
	status: v.optional(v.picklist(ORGANISATION_STATUSES), 'unknown'),
	pic: maybe(
		v.pipe(v.string(), v.regex(/^\d{9}$/, 'must be the nine digits of a PIC'), v.description('PIC'))
	),
	...provenance
});

export const workPackages = v.strictObject({
	number: workPackage('1 for WP1'),
	title: text(300, 'Title'),
	objectives: v.optional(v.array(text(2000, 'One objective')), []),
	lead: maybe(organisation('Lead beneficiary')),
	co_lead: maybe(organisation('Second lead')),
	participants: v.optional(v.array(organisation('Takes part')), []),
	start_month: maybe(month('Begins')),
	end_month: maybe(month('Ends')),
	...provenance
});

import { lateness } from '#lib/domain/lateness.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';

const TODAY = '2026-06-15';

/** A deliverable in preparation by KOKSU, due on 1 July 2026, as a list shows it. */
export function aListedItem(
	code: string,
	change: Partial<ListedItem> & { due?: string | null } = {}
): ListedItem {
	const { due = '2026-07-01', ...rest } = change;
	const dated = {
		kind: 'deliverable',
		state: 'in-preparation',
		contractualOn: due,
		agreedOn: due,
		forecastOn: null
	} as const;
	return {
		...dated,
		id: code,
		code,
		position: 1,
		title: code,
		search: code,
		stateSinceAt: '2026-06-01T09:00:00.000Z',
		workPackage: 1,
		workPackageId: 'wp1',
		leadOrganisationId: 'koksu',
		leadAcronym: 'KOKSU',
		leadCountry: 'KZ',
		origin: 'entered',
		type: 'R',
		level: 'PU',
		dueMonth: 32,
		submittedOn: null,
		acceptedOn: null,
		waitsFor: null,
		restsOn: null,
		achievedOn: null,
		paymentRelevant: null,
		agreedBy: null,
		moves: 0,
		means: 0,
		provenMeans: 0,
		holder: null,
		holderPeople: [],
		holderOrganisation: null,
		holderDays: 0,
		reviewDueOn: null,
		mine: false,
		dates: lateness({ ...dated, ...rest }, TODAY, 14),
		subject: { organisationIds: ['koksu'], workPackageIds: ['wp1'], assignedPersonIds: [] },
		...rest
	};
}

import { ANSWER_VERDICTS, INSTITUTION_ANSWERS } from '#lib/domain/catalogue/institutions.ts';
import { CHECK_IN_STATES, REPORTED_STATES, type CheckInState } from '#lib/domain/check-ins/check-ins.ts';
import type { Asked } from '#lib/domain/check-ins/waiting.ts';
import fc from 'fast-check';
import { TODAY } from './plan-facts.ts';

const PERIOD = {
	...{ id: 'may', startsOn: '2026-05-01', endsOn: '2026-05-31', opensOn: '2026-05-25' },
	...{ dueOn: '2026-06-08', lockedAt: null }
};

const report = fc.record({
	state: fc.option(fc.constantFrom(...CHECK_IN_STATES)),
	answer: fc.constantFrom('report' as const, 'nil' as const),
	isWithout: fc.boolean()
});
export type Reported = typeof report extends fc.Arbitrary<infer T> ? T : never;
export const reports = fc.array(report, { minLength: 1, maxLength: 6 });

/** What was returned waits for its organisation again, and is missing already. */
export const isReport = ({ state }: { state: CheckInState | null }) =>
	state !== null && REPORTED_STATES.includes(state);
export const withoutReport = (one: Reported): Reported => ({ ...one, state: null });

/** A period on which each of these reported, or did not; the first is the national coordinator of the country. */
export function reportedIn(all: readonly Reported[]) {
	const organisations = all.map((_, index) => ({
		...{ id: `o${index}`, acronym: `O${index}`, code: `o${index}`, name: `Organisation ${index}` },
		...{ country: 'UZ', role: index === 0 ? ('national-coordinator' as const) : ('partner' as const) }
	}));
	return {
		period: PERIOD,
		organisations,
		stored: all.flatMap(({ state, answer }, index) =>
			state === null
				? []
				: [
						{
							...{ organisationId: `o${index}`, periodId: PERIOD.id },
							facts: { state, answer, firstSubmittedOn: '2026-06-05' }
						}
					]
		),
		asked: all.flatMap(({ state, isWithout }, index): Asked[] => {
			const organisation = organisations[index];
			return organisation ? [{ ...organisation, state, without: isWithout ? ['country'] : [] }] : [];
		})
	};
}

/** What an organisation reported for an indicator, if anything. */
export const actual = fc.record({
	standing: fc.constantFrom('value' as const, 'nil' as const, 'missing' as const),
	value: fc.nat({ max: 500 }),
	state: fc.constantFrom('reported' as const, 'accepted' as const, 'verified' as const)
});
export type Actual = typeof actual extends fc.Arbitrary<infer T> ? T : never;

export function actualsOf(all: readonly Actual[]) {
	return {
		ids: all.map((_, index) => `o${index}`),
		stored: all.flatMap(({ standing, value, state }, index) =>
			standing === 'missing'
				? []
				: [
						{
							...{ organisationId: `o${index}`, asOfOn: TODAY, standing, reason: '', state },
							value: standing === 'value' ? value : null
						}
					]
		)
	};
}

export const attended = fc.record({
	attendance: fc.option(fc.constantFrom('in-person' as const, 'remote' as const, 'absent' as const))
});
export type Attended = typeof attended extends fc.Arbitrary<infer T> ? T : never;

/** A meeting of as many members of the consortium, each with one line of attendance. */
export function meetingOf(all: readonly Attended[]) {
	return {
		organisations: all.map((_, index) => ({
			...{ id: `o${index}`, acronym: `O${index}` },
			...{ role: 'partner' as const, status: 'beneficiary' as const }
		})),
		attendees: all.map(({ attendance }, index) => ({
			...{ organisationId: `o${index}`, personId: null, attendance, representedById: null }
		}))
	};
}

export const institutionAnswer = fc.record({
	given: fc.option(
		fc.record({
			answer: fc.constantFrom(...INSTITUTION_ANSWERS),
			note: fc.constant('because'),
			evidenceId: fc.option(fc.constant('e1')),
			verdict: fc.option(fc.constantFrom(...ANSWER_VERDICTS))
		})
	)
});
export type InstitutionAnswered = typeof institutionAnswer extends fc.Arbitrary<infer T> ? T : never;

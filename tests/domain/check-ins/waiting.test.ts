import { describe, expect, it } from 'vitest';
import { countryWaiting, isComplete, projectWaiting, type Asked } from '#lib/domain/check-ins/waiting.ts';

const org = (acronym: string, country: string, given: Partial<Asked> = {}): Asked => ({
	id: acronym,
	acronym,
	country,
	role: 'partner',
	state: null,
	without: [],
	...given
});
const FPI = org('FPI', 'UZ', { role: 'national-coordinator' });

describe('what a country waits for', () => {
	it('tells reports that did not come from those to be accepted', () => {
		const waiting = countryWaiting('UZ', [
			{ ...FPI, state: 'submitted' },
			org('BSU', 'UZ', { state: 'submitted' }),
			org('TIIAME', 'UZ', { state: 'draft' }),
			org('UrSU', 'UZ', { state: 'accepted-country' }),
			org('UPV', 'ES', { role: 'coordinator' })
		]);
		expect(waiting).toEqual({ asked: 4, forReports: ['TIIAME'], forAcceptance: ['BSU'], without: [] });
	});

	it('does not ask the national coordinator to accept for the country what its own organisation reported', () => {
		expect(isComplete(countryWaiting('UZ', [{ ...FPI, state: 'nil' }]))).toBe(true);
	});

	it('goes on without a silent partner only when somebody said why', () => {
		const silent = org('BSU', 'UZ');
		expect(isComplete(countryWaiting('UZ', [silent]))).toBe(false);
		const without = countryWaiting('UZ', [{ ...silent, without: ['country'] }]);
		expect(without.without).toEqual(['BSU']);
		expect(isComplete(without)).toBe(true);
	});

	it('does not let the word of a country stand for the project', () => {
		const silent = org('BSU', 'UZ', { without: ['country'] });
		expect(projectWaiting([silent]).forReports).toEqual(['BSU']);
		expect(isComplete(projectWaiting([{ ...silent, without: ['project'] }]))).toBe(true);
	});

	it('never counts silence as done', () => {
		expect(projectWaiting([org('BSU', 'UZ'), org('UPV', 'ES', { state: 'returned' })])).toMatchObject({
			asked: 2,
			forReports: ['BSU', 'UPV']
		});
	});
});

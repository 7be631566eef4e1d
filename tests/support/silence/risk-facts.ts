import type { ListedRisk } from '#lib/domain/risks/register.ts';
import fc from 'fast-check';

export const listedRisk = fc
	.record({
		number: fc.nat({ max: 20 }),
		state: fc.constantFrom('assessed' as const, 'mitigating' as const),
		likelihood: fc.option(fc.integer({ min: 1, max: 5 })),
		direction: fc.constantFrom('worse' as const, 'same' as const),
		overdueMeasures: fc.nat({ max: 1 }),
		hasStatement: fc.boolean()
	})
	.map(({ direction, ...risk }): ListedRisk => {
		const score = risk.likelihood === null ? null : risk.likelihood * 3;
		const isAssessed = score !== null;
		return {
			...risk,
			...{ id: String(risk.number), description: 'The rules change', foreseen: true, origin: 'entered' },
			...{ severity: isAssessed ? 3 : null, score, level: isAssessed ? 'low' : null },
			trend: isAssessed ? { direction, from: 9, to: score } : { direction: 'unknown', from: null, to: null },
			...{ ownerId: null, owner: null, organisation: null, workPackages: [] },
			...{ openMeasures: risk.overdueMeasures, nextDueOn: null }
		};
	});

export const withoutAssessment = (risk: ListedRisk): ListedRisk => ({
	...risk,
	...{ likelihood: null, severity: null, score: null, level: null },
	trend: { direction: 'unknown', from: null, to: null }
});

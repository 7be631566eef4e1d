import type { Said } from '#lib/server/demo/acts/check-ins.ts';

/** What organisations wrote, by period and organisation; the others had no change. */
export const TOLD: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
	'2025-07-01': {
		upv: { texts: { 1: 'The second consortium meeting was prepared; all sign-in sheets are filed.' } },
		kaznu: { texts: { 4: 'The criteria for micro-credentials went to all universities for comment.' } }
	},
	'2025-09-01': {
		unicas: { texts: { 2: 'Reviewers were trained on the new checklist.' } },
		koksu: { texts: { 4: 'Two courses were chosen for the first round of micro-credentials.' } }
	},
	'2025-10-01': {
		bsu: { texts: { 3: 'Interviews with nine employers are finished; the notes are in the evidence.' } },
		fpi: { texts: { 4: 'The universities of Uzbekistan agreed on one template.' } }
	},
	'2025-11-01': {
		tiiame: { texts: { 5: 'The laboratory for soil analyses is installed; the pilot can begin in spring.' } },
		carec: { texts: { 6: 'The spring event is announced on the website.' } }
	},
	'2025-12-01': { upv: { texts: { 1: 'The interim report is assembled from what the partners sent.' } } },
	'2026-01-01': {
		kaznu: { texts: { 4: 'Learning outcomes of four entries were rewritten after the review.' } },
		binrm: { texts: { 5: 'Teachers were chosen for the pilot course.' } }
	},
	'2026-02-01': {
		bsu: { texts: { 3: 'The draft of the needs analysis went to the reviewers.' } },
		ayu: { texts: { 4: 'The senate put recognition on its agenda for April.' } }
	},
	'2026-03-01': {
		tiiame: { texts: { 5: 'The pilot began with 24 learners.' } },
		unicas: { texts: { 2: 'The quality report of the second year is in review.' } }
	},
	'2026-04-01': {
		kaznu: { texts: { 4: 'The catalogue has its first published entries.' } },
		koksu: { texts: { 4: 'The syllabus of the second course is complete.' } },
		bsu: { texts: { 3: 'The recommendations were discussed with the regional administration.' } },
		tiiame: { texts: { 5: 'Half of the pilot is done; two learners left it.' } }
	},
	'2026-05-01': {
		upv: { texts: { 1: 'Payment requests of all partners are collected but one.' } },
		unicas: { texts: { 2: 'Two reviews wait for their second signature.' } },
		ucy: { texts: { 2: 'One report waits for its translation.' } },
		kaznu: { texts: { 4: 'The gaps of the universities in Kazakhstan were gone through one by one.' } },
		koksu: { texts: { 4: 'The third course is described; the assessment is still to be written.' } },
		fpi: { texts: { 4: 'Five entries of Uzbekistan lack their learning outcomes in Uzbek.' } },
		bsu: { texts: { 3: 'The field visit took place with 12 teachers.' } },
		tiiame: {
			lines: {
				'D4.5': {
					answer: 'blocked',
					note: 'The pilot report needs the certificates, which need the ministry’s stamp.',
					waitsFor: 'mhesi'
				}
			},
			texts: {
				4: 'The first pilot of a micro-credential ended; its report is half written.',
				5: 'The pilot ended with 22 learners; the questionnaire is being read.'
			}
		},
		carec: { texts: { 6: 'The website counted fewer visitors than in April.' } }
	}
};

import { CATALOGUE } from './catalogue/history.ts';
import { CHECK_INS } from './check-ins/year.ts';
import { OPINIONS } from './history/opinions.ts';
import { WP1_WP2 } from './history/wp1-wp2.ts';
import { WP3 } from './history/wp3.ts';
import { WP4 } from './history/wp4.ts';
import { WP5 } from './history/wp5.ts';
import { WP6 } from './history/wp6.ts';
import { ALMATY_MEETING } from './meetings/almaty.ts';
import { COMING_MEETINGS } from './meetings/coming.ts';
import { WP4_MEETINGS } from './meetings/wp4.ts';
import { INDICATORS } from './indicators/history.ts';
import { RISKS } from './risks/history.ts';
import { OUTREACH } from './outreach/log.ts';
import { MOBILITY } from './outreach/mobility.ts';
import type { Step } from './step.ts';

/** Two and a half years of the sample project, as things that people did. */
export const HISTORY: readonly Step[] = [
	...WP1_WP2,
	...WP3,
	...WP4,
	...WP5,
	...WP6,
	...OPINIONS,
	...CATALOGUE,
	...CHECK_INS,
	...ALMATY_MEETING,
	...WP4_MEETINGS,
	...COMING_MEETINGS,
	...RISKS,
	...OUTREACH,
	...MOBILITY,
	...INDICATORS
];

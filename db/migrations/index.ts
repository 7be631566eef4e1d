import type { Migration } from 'kysely/migration';
import { up as identity } from './0001-identity.ts';
import { up as plan } from './0002-plan.ts';
import { up as evidence } from './0003-evidence.ts';
import { up as review } from './0004-review.ts';
import { up as audit } from './0005-audit.ts';
import { up as catalogue } from './0006-catalogue.ts';
import { up as rights } from './0007-rights.ts';
import { up as meetings } from './0008-meetings.ts';
import { up as checkIns } from './0009-check-ins.ts';
import { up as risksIndicators } from './0010-risks-indicators.ts';
import { up as outreach } from './0011-outreach.ts';
import { up as mail } from './0012-mail.ts';
import { up as progress } from './0013-progress.ts';
import { up as removedDays } from './0014-removed-days.ts';
import { up as reports } from './0015-reports.ts';
import { up as indicatorMeasures } from './0017-indicator-measures.ts';
import { up as checkInEffects } from './0018-check-in-effects.ts';
import { up as samples } from './0021-samples.ts';
import { up as growth } from './0022-growth.ts';
import { up as corrections } from './0023-corrections.ts';
import { up as opinions } from './0024-opinions.ts';
import { up as drafts } from './0025-drafts.ts';
import { up as entrySearch } from './0026-entry-search.ts';

/** Every migration in order; a released one is never changed. */
export const migrations: Record<string, Migration> = {
	'0001-identity': { up: identity },
	'0002-plan': { up: plan },
	'0003-evidence': { up: evidence },
	'0004-review': { up: review },
	'0005-audit': { up: audit },
	'0006-catalogue': { up: catalogue },
	'0007-rights': { up: rights },
	'0008-meetings': { up: meetings },
	'0009-check-ins': { up: checkIns },
	'0010-risks-indicators': { up: risksIndicators },
	'0011-outreach': { up: outreach },
	'0012-mail': { up: mail },
	'0013-progress': { up: progress },
	'0014-removed-days': { up: removedDays },
	'0015-reports': { up: reports },
	'0017-indicator-measures': { up: indicatorMeasures },
	'0018-check-in-effects': { up: checkInEffects },
	'0021-samples': { up: samples },
	'0022-growth': { up: growth },
	'0023-corrections': { up: corrections },
	'0024-opinions': { up: opinions },
	'0025-drafts': { up: drafts },
	'0026-entry-search': { up: entrySearch }
};

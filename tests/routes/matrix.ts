import type { Row } from './row.ts';
import { ACCOUNT_ROWS } from './rows/account.ts';
import { CATALOGUE_CRITERIA_ROWS } from './rows/catalogue-criteria.ts';
import { CATALOGUE_GAPS_ROWS } from './rows/catalogue-gaps.ts';
import { CATALOGUE_IMPORT_ROWS } from './rows/catalogue-import.ts';
import { CATALOGUE_INSTITUTION_ROWS } from './rows/catalogue-institutions.ts';
import { CATALOGUE_ENTRY_ROWS } from './rows/catalogue-entries.ts';
import { CATALOGUE_SIGNING_ROWS } from './rows/catalogue-signing.ts';
import { CATALOGUE_STEP_ROWS } from './rows/catalogue-steps.ts';
import { CATALOGUE_OVERLAP_ROWS, CATALOGUE_TARGET_ROWS } from './rows/catalogue-targets.ts';
import { CHECK_IN_ROWS } from './rows/check-ins.ts';
import { CATALOGUE_PUBLIC_ROWS } from './rows/catalogue-public.ts';
import { DELIVERABLE_ROWS } from './rows/deliverables.ts';
import { INDICATOR_ROWS } from './rows/indicators.ts';
import { ITEM_ROWS } from './rows/items.ts';
import { MEETING_ACTION_ROWS } from './rows/meetings-actions.ts';
import { MEETING_AGENDA_ROWS } from './rows/meetings-agenda.ts';
import { MEETING_MINUTES_ROWS } from './rows/meetings-minutes.ts';
import { MEETING_PEOPLE_ROWS } from './rows/meetings-people.ts';
import { MILESTONE_ROWS } from './rows/milestones.ts';
import { OUTREACH_ROWS } from './rows/outreach.ts';
import { REPORT_ROWS } from './rows/reports.ts';
import { PEOPLE_ROWS } from './rows/people.ts';
import { PLAN_ROWS, PROJECT_HEALTH_ROWS } from './rows/plan.ts';
import { PROGRESS_ROWS } from './rows/progress.ts';
import { PROJECT_ROWS } from './rows/project.ts';
import { RISK_ROWS } from './rows/risks.ts';

/** Every door of the application. A door that is not here fails the build. */
export const MATRIX: readonly Row[] = [
	...ACCOUNT_ROWS,
	...PROJECT_ROWS,
	...PROJECT_HEALTH_ROWS,
	...PLAN_ROWS,
	...PROGRESS_ROWS,
	...ITEM_ROWS,
	...MILESTONE_ROWS,
	...DELIVERABLE_ROWS,
	...PEOPLE_ROWS,
	...CATALOGUE_CRITERIA_ROWS,
	...CATALOGUE_GAPS_ROWS,
	...CATALOGUE_ENTRY_ROWS,
	...CATALOGUE_SIGNING_ROWS,
	...CATALOGUE_STEP_ROWS,
	...CATALOGUE_TARGET_ROWS,
	...CATALOGUE_IMPORT_ROWS,
	...CATALOGUE_INSTITUTION_ROWS,
	...CATALOGUE_OVERLAP_ROWS,
	...CATALOGUE_PUBLIC_ROWS,
	...CHECK_IN_ROWS,
	...MEETING_ACTION_ROWS,
	...MEETING_AGENDA_ROWS,
	...MEETING_MINUTES_ROWS,
	...MEETING_PEOPLE_ROWS,
	...OUTREACH_ROWS,
	...REPORT_ROWS,
	...INDICATOR_ROWS,
	...RISK_ROWS
];

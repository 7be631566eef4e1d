import type { Kysely } from 'kysely';
import type { ActionTables } from './schema/actions.ts';
import type { AuditTables } from './schema/audit.ts';
import type { CatalogueTables } from './schema/catalogue.ts';
import type { CheckInTables } from './schema/check-ins.ts';
import type { EvidenceTables } from './schema/evidence.ts';
import type { FactTables } from './schema/facts.ts';
import type { IdentityTables } from './schema/identity.ts';
import type { MailTables } from './schema/mail.ts';
import type { IndicatorTables } from './schema/indicators.ts';
import type { MeetingTables } from './schema/meetings.ts';
import type { OutreachTables } from './schema/outreach.ts';
import type { PlanTables } from './schema/plan.ts';
import type { ProgressTables } from './schema/progress.ts';
import type { ReportTables } from './schema/reports.ts';
import type { ReviewTables } from './schema/review.ts';
import type { RiskTables } from './schema/risks.ts';

/** Every table by its camel-cased name. Days are `YYYY-MM-DD`, instants ISO UTC, flags 0 or 1, JSON opaque text. */
export interface Schema
	extends
		ActionTables,
		AuditTables,
		CatalogueTables,
		CheckInTables,
		EvidenceTables,
		FactTables,
		IdentityTables,
		IndicatorTables,
		MailTables,
		MeetingTables,
		OutreachTables,
		PlanTables,
		ProgressTables,
		ReportTables,
		ReviewTables,
		RiskTables {}

export type Db = Kysely<Schema>;

import * as schemas from '#lib/schemas/risks.ts';
import { assessRisk } from '#lib/server/commands/assess-risk.ts';
import { editRisk, giveRisk } from '#lib/server/commands/edit-risk.ts';
import { endMeasure } from '#lib/server/commands/end-measure.ts';
import { materialiseRisk, moveRisk } from '#lib/server/commands/move-risk.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { writeStatement } from '#lib/server/commands/write-statement.ts';
import { action } from '#lib/server/http/action.ts';

const said = (flash: string) => (of: { code: string }) => ({ flash, label: of.code });

export const riskActions = {
	assess: action('risk:assess', schemas.AssessRiskSchema, ({ db, actor, now }, input) =>
		assessRisk(db, actor, input, now).then(said('risk-assessed'))
	),
	reassess: action('risk:assess', schemas.AssessRiskSchema, ({ db, actor, now }, input) =>
		assessRisk(db, actor, input, now).then(said('risk-assessed'))
	),
	mitigate: action('risk:edit', schemas.MitigateRiskSchema, ({ db, actor, now }, input) =>
		moveRisk(db, actor, 'mitigate', input, now).then(said('risk-mitigate'))
	),
	materialise: action('risk:assess', schemas.MaterialiseRiskSchema, ({ db, actor, now }, input) =>
		materialiseRisk(db, actor, input, now).then(said('risk-materialise'))
	),
	handle: action('risk:assess', schemas.HandleRiskSchema, ({ db, actor, now }, input) =>
		moveRisk(db, actor, 'handle', input, now).then(said('risk-handle'))
	),
	close: action('risk:assess', schemas.EndRiskSchema, ({ db, actor, now }, input) =>
		moveRisk(db, actor, 'close', input, now).then(said('risk-close'))
	),
	reopen: action('risk:assess', schemas.EndRiskSchema, ({ db, actor, now }, input) =>
		moveRisk(db, actor, 'reopen', input, now).then(said('risk-reopen'))
	),
	edit: action('risk:edit', schemas.EditRiskSchema, ({ db, actor, now }, input) =>
		editRisk(db, actor, input, now).then(said('risk-edited'))
	),
	give: action('risk:edit', schemas.GiveRiskSchema, ({ db, actor, now }, input) =>
		giveRisk(db, actor, input, now).then(said('risk-given'))
	),
	plan: action('risk:report', schemas.PlanMeasureSchema, ({ db, actor, now }, input) =>
		planMeasure(db, actor, input, now).then(said('measure-planned'))
	),
	end: action('risk:report', schemas.EndMeasureSchema, ({ db, actor, now }, input) =>
		endMeasure(db, actor, input, now).then(said('measure-ended'))
	),
	play: action('risk:report', schemas.WriteStatementSchema, ({ db, actor, now }, input) =>
		writeStatement(db, actor, input, now).then(said('state-of-play'))
	)
};

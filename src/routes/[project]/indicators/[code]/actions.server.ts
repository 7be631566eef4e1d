import * as v from 'valibot';
import { Id, optionalText, requiredText } from '#lib/schemas/fields.ts';
import {
	DecideTargetSchema,
	JudgeActualSchema,
	ProposeTargetSchema,
	ReportActualSchema,
	ReportFromLogSchema,
	ReturnActualSchema
} from '#lib/schemas/indicators.ts';
import { evidenceOfAddress, evidenceOfFiles, evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { removeRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { acceptActual, returnActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { decideTarget } from '#lib/server/commands/decide-target.ts';
import { proposeTarget } from '#lib/server/commands/propose-target.ts';
import { proveActual } from '#lib/server/commands/prove-actual.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { reportFromLog } from '#lib/server/commands/report-from-log.ts';
import { action } from '#lib/server/http/action.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';

const said = (flash: string) => (of: { code: string }) => ({ flash, label: of.code });
const linked = ({ label }: { label: string }) => ({ flash: 'evidence-linked', label });
const level = v.picklist(['PU', 'SEN'], 'Choose who may read it.');

const UploadSchema = v.object({ actualId: Id, level });
const LinkSchema = v.object({
	actualId: Id,
	level,
	url: requiredText('Enter an address.'),
	title: optionalText(300)
});
const ReuseSchema = v.object({ actualId: Id, evidenceId: Id });
const UnlinkSchema = v.object({ actualId: Id, useId: Id });

export const indicatorActions = {
	report: action('indicator:report', ReportActualSchema, ({ db, actor, now }, input) =>
		reportActual(db, actor, input, now).then(said('actual-reported'))
	),
	'from-log': action('indicator:report', ReportFromLogSchema, ({ db, actor, now }, input) =>
		reportFromLog(db, actor, input, now).then(said('actual-from-log'))
	),
	propose: action('indicator:propose-target', ProposeTargetSchema, ({ db, actor, now }, input) =>
		proposeTarget(db, actor, input, now).then(said('target-proposed'))
	),
	decide: action('indicator:target', DecideTargetSchema, async ({ db, actor, now }, input) => {
		const { code, isAccepted } = await decideTarget(db, actor, input, now);
		return { flash: isAccepted ? 'target-accepted' : 'target-declined', label: code };
	}),
	accept: action('indicator:accept', JudgeActualSchema, ({ db, actor, now }, input) =>
		acceptActual(db, actor, input, now).then(said('actual-accepted'))
	),
	return: action('indicator:accept', ReturnActualSchema, ({ db, actor, now }, input) =>
		returnActual(db, actor, input, now).then(said('actual-returned'))
	),
	verify: action('indicator:verify', JudgeActualSchema, ({ db, actor, now }, input) =>
		verifyActual(db, actor, input, now).then(said('actual-verified'))
	),
	upload: uploadAction('indicator:report', UploadSchema, async ({ db, actor, now }, input, files) => {
		return linked(
			await proveActual(db, actor, input.actualId, evidenceOfFiles(actor, files, input.level, now), now)
		);
	}),
	link: action('indicator:report', LinkSchema, async ({ db, actor, now }, input) => {
		return linked(await proveActual(db, actor, input.actualId, evidenceOfAddress(actor, input, now), now));
	}),
	reuse: action('indicator:report', ReuseSchema, async ({ db, actor, now }, input) => {
		return linked(
			await proveActual(db, actor, input.actualId, evidenceOfProject(actor, input.evidenceId), now)
		);
	}),
	unlink: action('indicator:report', UnlinkSchema, async ({ db, actor, now }, { actualId: id, useId }) => {
		const { label } = await removeRecordEvidence(db, actor, { type: 'actual', id, useId }, now);
		return { flash: 'evidence-unlinked', label };
	})
};

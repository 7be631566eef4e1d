import * as v from 'valibot';
import { Refusal } from '#lib/domain/reasons.ts';
import { Id, optionalText, requiredText } from '#lib/schemas/fields.ts';
import {
	DecideTargetSchema,
	JudgeActualSchema,
	ProposeTargetSchema,
	ReportActualSchema,
	ReportFromLogSchema,
	ReturnActualSchema
} from '#lib/schemas/indicators.ts';
import { insertFileEvidence, insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { removeRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { acceptActual, returnActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { decideTarget } from '#lib/server/commands/decide-target.ts';
import { proposeTarget } from '#lib/server/commands/propose-target.ts';
import { proveActual } from '#lib/server/commands/prove-actual.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { reportFromLog } from '#lib/server/commands/report-from-log.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';
import { NotFound } from '#lib/domain/reasons.ts';

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
		if (files.length === 0) throw new Refusal([{ code: 'file-missing' }]);
		const addFiles = async (db: ProjectRequest['db']) => {
			const ids: string[] = [];
			for (const file of files) ids.push(await insertFileEvidence(db, actor, file, input, now));
			return ids;
		};
		return linked(await proveActual(db, actor, input.actualId, addFiles, now));
	}),
	link: action('indicator:report', LinkSchema, async ({ db, actor, now }, input) => {
		const { url, title: name, level } = input;
		const add = async (db: ProjectRequest['db']) => [
			await insertLinkEvidence(db, actor, { url, name, level }, now)
		];
		return linked(await proveActual(db, actor, input.actualId, add, now));
	}),
	reuse: action('indicator:report', ReuseSchema, async ({ db, actor, now }, input) => {
		const readable = async (db: ProjectRequest['db']) => {
			const evidence = await findLinkableEvidence(db, actor, input.evidenceId);
			if (!evidence) throw new NotFound();
			return [evidence.id];
		};
		return linked(await proveActual(db, actor, input.actualId, readable, now));
	}),
	unlink: action('indicator:report', UnlinkSchema, async ({ db, actor, now }, { actualId: id, useId }) => {
		const { label } = await removeRecordEvidence(db, actor, { type: 'actual', id, useId }, now);
		return { flash: 'evidence-unlinked', label };
	})
};

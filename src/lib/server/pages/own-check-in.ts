import { WriteCheckInSchema } from '#lib/schemas/check-ins.ts';
import { NothingSchema } from '#lib/schemas/fields.ts';
import { saveCheckIn } from '#lib/server/commands/check-ins/save-check-in.ts';
import { reportNil, submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { takeBackCheckIn } from '#lib/server/commands/check-ins/take-back-check-in.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { action } from '#lib/server/http/action.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findOwnCheckInPage } from '#lib/server/queries/check-ins/find-own-page.ts';

/** The own organisation's page; without a day the period that is asked about now. */
export async function ownPage({ db, actor, project, today }: ProjectRequest, startsOn: string | null) {
	const { timeZone } = project;
	const page = await findOwnCheckInPage(db, actor, startsOn, { today, timeZone });
	const { organisationAcronym: acronym, personId } = actor;
	return page && { ...page, acronym, personId, timeZone, today };
}

const here = ({ project, param }: ProjectRequest) => `/${project.slug}/check-in/${param('period')}`;

export const ownActions = {
	save: uploadAction('check-in:write', WriteCheckInSchema, async (request, input, files) => {
		const { db, actor, now, param } = request;
		await saveCheckIn(db, actor, param('period'), input, files, now);
		return { to: here(request), flash: input.isQuiet ? null : 'check-in-saved' };
	}),
	submit: uploadAction('check-in:write', WriteCheckInSchema, async (request, input, files) => {
		const { db, actor, now, param } = request;
		const { skipped } = await submitCheckIn(db, actor, param('period'), input, files, now);
		return skipped.length === 0
			? { to: `${here(request)}#told`, flash: 'check-in-sent' }
			: { to: `${here(request)}#told`, flash: 'check-in-sent-without', label: skipped.join(', ') };
	}),
	correct: action('check-in:write', NothingSchema, async (request) => {
		const { db, actor, now, param } = request;
		await takeBackCheckIn(db, actor, param('period'), now);
		return { to: `${here(request)}#told`, flash: 'check-in-taken-back' };
	}),
	nil: uploadAction('check-in:write', WriteCheckInSchema, async (request, input) => {
		const { db, actor, now, param } = request;
		await reportNil(db, actor, param('period'), input, now);
		return { to: `${here(request)}#told`, flash: 'check-in-nil' };
	})
};

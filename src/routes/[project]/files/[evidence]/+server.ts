import { error } from '@sveltejs/kit';
import { dayIn } from '#lib/domain/days.ts';
import { fileStore } from '#lib/server/files/store.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { recordDownload, recordRefusedDownload } from '#lib/server/http/record-download.ts';
import { sendFile } from '#lib/server/http/send-file.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { dayText } from '#lib/text/dates.ts';

// Everybody who may read some milestone may read some deliverable; which file it is decides the query.
export const GET = endpoint('deliverable:read', async (request) => {
	const { db, actor, project, event, param } = request;
	const file = await findEvidenceFile(db, actor, param('evidence'));
	if (!file) {
		await recordRefusedDownload(request, param('evidence'));
		error(404, 'Not found');
	}
	const on = (instant: string) => dayText(dayIn(project.timeZone, new Date(instant)));
	if (file.withdrawnAt)
		error(
			410,
			`“${file.name}” was withdrawn on ${on(file.withdrawnAt)} by ${file.withdrawnBy}: ${file.withdrawnReason}`
		);
	if (file.erasedAt)
		error(
			410,
			`“${file.name}” was erased on ${on(file.erasedAt)}: ${file.erasedReason}. Its SHA-256 was ${file.sha256}.`
		);
	if (file.level === 'SEN') await recordDownload(request, { id: param('evidence'), ...file });
	return sendFile(event.request, fileStore(), file);
});

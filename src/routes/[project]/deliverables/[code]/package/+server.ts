import { error } from '@sveltejs/kit';
import { fileStore } from '#lib/server/files/store.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { recordDownload } from '#lib/server/http/record-download.ts';
import { sendFile } from '#lib/server/http/send-file.ts';
import { findPackageFile } from '#lib/server/queries/find-package-file.ts';

/** The one file for the portal, under the name it is submitted by. */
export const GET = endpoint('deliverable:record-portal', async (request) => {
	const { db, project, event, param } = request;
	const file = await findPackageFile(db, project.id, param('code'));
	if (!file) error(404, 'Not found');
	if (file.level !== 'PU') await recordDownload(request, file);
	return sendFile(event.request, fileStore(), file);
});

import { error } from '@sveltejs/kit';
import { fileStore } from '#lib/server/files/store.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { sendFile } from '#lib/server/http/send-file.ts';
import { findPackageFile } from '#lib/server/queries/find-package-file.ts';

/** The one file for the portal, under the name it is submitted by. */
export const GET = endpoint('deliverable:record-portal', async ({ db, project, event, param }) => {
	const file = await findPackageFile(db, project.id, param('code'));
	if (!file) error(404, 'Not found');
	return sendFile(event.request, fileStore(), file);
});

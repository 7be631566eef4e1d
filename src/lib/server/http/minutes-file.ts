import { recordAudit } from '#lib/server/audit.ts';
import { docxOf } from '#lib/server/docx.ts';
import { minutesDocument } from '#lib/server/pages/minutes-document.ts';
import { isProcedureSample, readMinutes } from '#lib/server/pages/minutes.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { findGrantNumber } from '#lib/server/queries/find-grant-number.ts';
import { listErrata } from '#lib/server/queries/list-errata.ts';
import { findChainHead } from '#lib/server/queries/verify-chain.ts';
import { error } from '@sveltejs/kit';
import { endpoint } from './page.ts';
import { attachment } from './send-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The minutes as a Word document, as far as the reader may see them, with the head of the trail at that moment. */
export function minutesFile() {
	return endpoint('minutes:read', async (request) => {
		const { db, actor, project, now } = request;
		const read = await readMinutes(request);
		if (!read) error(404, 'Not found');
		const { found, content, sight } = read;
		const { meeting, minutes, current } = found;
		const seal = current ? { number: current.number, sha256: current.sha256 } : null;
		const errata = await listErrata(db, meeting.id);
		await db
			.transaction()
			.execute((db) =>
				recordAudit(db, actor, 'minutes:export', auditedMeeting(meeting), now, { kind: 'docx', ...seal })
			);
		const document = minutesDocument({
			project: { ...project, grantNumber: await findGrantNumber(db, project.id) },
			state: minutes.state,
			isSample: meeting.origin === 'sample',
			isProcedureSample: isProcedureSample(found),
			content,
			seal,
			circulations: sight.readPeople ? found.circulations : [],
			errata,
			signatures: found.signatures.map((one) => ({
				part: one.part,
				person: sight.readPeople ? one.personName : '',
				organisation: one.organisationAcronym,
				signedAt: one.signedAt
			})),
			head: await findChainHead(db, project.id),
			exportedAt: now.toISOString()
		});
		return new Response(await docxOf(document), {
			headers: {
				'Content-Type': DOCX,
				'Content-Disposition': attachment(`${project.slug}-${meeting.slug}-minutes.docx`),
				'Cache-Control': 'no-store'
			}
		});
	});
}

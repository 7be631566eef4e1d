import fc from 'fast-check';
import { render } from 'svelte/server';
import ReadyCount from '#lib/components/catalogue/ReadyCount.svelte';
import QuorumLine from '#lib/components/meetings/QuorumLine.svelte';
import ReportMatrix from '#lib/components/progress/ReportMatrix.svelte';
import WaitingFor from '#lib/components/progress/WaitingFor.svelte';
import { countAnswers as countInstitution } from '#lib/domain/catalogue/institutions.ts';
import { periodCoverage, reportMatrix } from '#lib/domain/check-ins/matrix.ts';
import { partStanding } from '#lib/domain/check-ins/waiting.ts';
import { countAnswers } from '#lib/domain/meetings/invitations.ts';
import { quorumOf } from '#lib/domain/meetings/quorum.ts';
import { reported } from '#lib/domain/values.ts';
import { answersText } from '#lib/text/meetings/people.ts';
import { changeOne, proveSilence } from '#tests/support/silence/prove.ts';
import * as said from '#tests/support/silence/report-facts.ts';
import { TODAY } from '#tests/support/silence/plan-facts.ts';
import { list, shown } from './shown.ts';

export const REPORTS_PROOFS = {
	matrix: () =>
		proveSilence({
			facts: said.reports,
			silence: (all: said.Reported[], index) => changeOne(all, index, said.isReport, said.withoutReport),
			show: (all) => {
				const { organisations, period, stored } = said.reportedIn(all);
				const covered = periodCoverage(period, organisations, stored);
				const periods = [{ ...period, coverage: covered }];
				const rows = reportMatrix(organisations, [period], stored, TODAY);
				const html = render(ReportMatrix, { props: { rows, periods, readable: [], slug: 'leslie' } }).body;
				const foot = /<tfoot.*<\/tfoot>/s.exec(html)?.[0] ?? '';
				return [{ name: 'reported', good: reported(covered), missing: covered.missing, html: foot }];
			}
		}),

	waiting: () =>
		proveSilence({
			facts: said.reports,
			silence: (all: said.Reported[], index) =>
				changeOne(all, index, (one) => said.isReport(one) && one.state !== 'returned', said.withoutReport),
			show: (all) => {
				const { asked } = said.reportedIn(all);
				const waiting = partStanding(['UZ'], asked);
				const missing = asked.filter((one) => !said.isReport(one)).length;
				const good = waiting.asked - waiting.forReports.length - waiting.without.length;
				const countries = [{ country: 'UZ', waiting }];
				return [shown('waiting', WaitingFor, { countries, href: '' }, { good, missing })];
			}
		}),

	quorum: () =>
		proveSilence({
			facts: list(said.attended),
			silence: (all: said.Attended[], index) =>
				changeOne(
					all,
					index,
					({ attendance }) => attendance !== null,
					() => ({ attendance: null })
				),
			show: (all) => {
				const { organisations, attendees } = said.meetingOf(all);
				const quorum = quorumOf(organisations, attendees, 50);
				const told = { good: quorum.there, missing: quorum.unrecorded.length };
				const line = shown('quorum', QuorumLine, { quorum, percent: 50 }, told);
				return [{ ...line, isSettled: quorum.holds }];
			}
		}),

	answers: () =>
		proveSilence({
			facts: list(
				fc.record({ answer: fc.option(fc.constantFrom('yes' as const, 'maybe' as const, 'no' as const)) })
			),
			silence: (all, index) =>
				changeOne(
					all,
					index,
					({ answer }) => answer !== null,
					() => ({ answer: null })
				),
			show: (all: { answer: 'yes' | 'maybe' | 'no' | null }[]) => {
				const counts = countAnswers(all);
				const html = answersText(counts);
				return [{ name: 'answers', good: counts.yes, missing: counts.silent, html }];
			}
		}),

	institutions: () =>
		proveSilence({
			facts: list(said.institutionAnswer),
			silence: (answers: said.InstitutionAnswered[], index) =>
				changeOne(
					answers,
					index,
					({ given }) => given !== null,
					() => ({ given: null })
				),
			show: (answers) => {
				const count = countInstitution(answers.map(({ given }) => given ?? undefined));
				const told = { good: count.complete, missing: count.unanswered };
				return [shown('ready', ReadyCount, { count }, told)];
			}
		})
} as const;

import { startDemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { growPlan, type Size } from './grow-plan.ts';
import { growthTable, measureAll, type Pages } from './measure-growth.ts';

/** As many as fit on one page of every list, and as many as goal P-2 names. */
const FEW: Size = { deliverables: 100, evidence: 200, events: 1000, otherProjects: 0 };
const MANY: Size = { deliverables: 5000, evidence: 20_000, events: 500_000, otherProjects: 1000 };

const server = await startDemoServer();
const { db } = server.connection;
const cookie = await cookieOf(db, 'coordinator');
const pages: Pages = {
	...Object.fromEntries(
		[
			'/leslie',
			'/leslie/work-packages',
			'/leslie/work-packages/4',
			'/leslie/deliverables',
			'/leslie/deliverables?late=1',
			'/leslie/deliverables?q=catalogue',
			'/leslie/deliverables/D4.2',
			'/leslie/items/D4.2/dates',
			'/leslie/milestones',
			'/leslie/milestones/MS3',
			'/leslie/timeline',
			'/leslie/people',
			'/leslie/evidence',
			'/leslie/audit',
			'/leslie/audit?record=D4.2',
			'/leslie/reviews/ahead',
			'/leslie/reviews/findings',
			'/leslie/progress',
			'/leslie/calendar'
		].map((page) => [page, { page, cookie }])
	),
	'/leslie of a reviewer': { page: '/leslie', cookie: await cookieOf(db, 'qa1') },
	'/leslie of a partner': { page: '/leslie', cookie: await cookieOf(db, 'partner.koksu') },
	'/leslie of a leader': { page: '/leslie', cookie: await cookieOf(db, 'wp4') }
};
await growPlan(db, server.projectId, FEW);
await measureAll(server, pages);
const few = await measureAll(server, pages);
await growPlan(db, server.projectId, MANY);
const many = await measureAll(server, pages);
console.table(growthTable({ label: 'a page', times: few }, { label: '5,000', times: many }));
await server.stop();

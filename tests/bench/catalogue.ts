import { startDemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { growCatalogue } from './grow-catalogue.ts';
import { growthTable, measureAll, type Pages } from './measure-growth.ts';

/** Enough to fill a page under every filter asked here, so that both sizes show as many rows; and a whole continent's. */
const FEW = 144;
const MANY = 5000;
const PAGES = {
	matrix: '/leslie/catalogue/gaps',
	'matrix, page 60': '/leslie/catalogue/gaps?page=60',
	'matrix by theme': '/leslie/catalogue/gaps?group=theme',
	'matrix, one country': '/leslie/catalogue/gaps?country=KZ',
	'matrix, one element': '/leslie/catalogue/gaps?element=workload',
	'matrix of a past day': '/leslie/catalogue/gaps?on=2026-05-15',
	'who owes': '/leslie/catalogue/owed',
	coverage: '/leslie/catalogue/coverage',
	targets: '/leslie/catalogue/targets',
	list: '/leslie/catalogue',
	'list by gaps': '/leslie/catalogue?sort=gaps',
	'home of the coordinator': '/leslie'
};

const server = await startDemoServer();
const cookie = await cookieOf(server.connection.db, 'coordinator');
const pages: Pages = Object.fromEntries(
	Object.entries(PAGES).map(([name, page]) => [name, { page, cookie }])
);
await growCatalogue(server.connection.db, server.projectId, FEW);
await measureAll(server, pages);
const few = await measureAll(server, pages);
await growCatalogue(server.connection.db, server.projectId, MANY);
const many = await measureAll(server, pages);
console.table(growthTable({ label: String(FEW), times: few }, { label: String(MANY), times: many }));
await server.stop();

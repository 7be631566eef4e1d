import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROUTES = fileURLToPath(new URL('../../src/routes', import.meta.url));
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];

/** One way into the server: a load, a form action, or a method of an endpoint. */
export interface Door {
	/** As Kit names it, such as `/[project]/deliverables/[code]`. */
	route: string;
	/** `layout`, `load`, `action NAME`, or a method. */
	act: string;
	/** What guards it; undefined when nothing does. */
	gate: string | undefined;
}

function gateOf(handler: unknown): string | undefined {
	if (typeof handler !== 'function' || !('gate' in handler)) return undefined;
	return typeof handler.gate === 'string' ? handler.gate : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function doorsOf(route: string, file: string, module: unknown): Door[] {
	return entriesOf(module).flatMap(([name, exported]) => {
		if (name === 'load') {
			const act = file.startsWith('+layout') ? 'layout' : 'load';
			return [{ route, act, gate: gateOf(exported) }];
		}
		if (name === 'actions')
			return entriesOf(exported).map(([action, handler]) => {
				return { route, act: `action ${action}`, gate: gateOf(handler) };
			});
		return METHODS.includes(name) ? [{ route, act: name, gate: gateOf(exported) }] : [];
	});
}

/** Every door of the application, found in its files. */
export async function listDoors(): Promise<Door[]> {
	const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /(^|\/)\+(page|layout)?(\.)?server\.ts$/.test(path))
		.sort();
	const doors: Door[] = [];
	for (const path of files) {
		const at = path.lastIndexOf('/');
		const route = at < 0 ? '/' : `/${path.slice(0, at)}`;
		const module: unknown = await import(`${ROUTES}/${path}`);
		doors.push(...doorsOf(route, path.slice(at + 1), module));
	}
	return doors;
}

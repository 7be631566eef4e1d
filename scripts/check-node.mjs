import { isMain, say } from './run.mjs';

const LEAST = [22, 18];

/**
 * What is wrong with this version of Node, as a sentence; undefined when nothing is.
 * @param {string} version such as 24.21.0
 */
export function nodeProblem(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [leastMajor = 0, leastMinor = 0] = LEAST;
	if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
	return (
		`This needs Node ${LEAST.join('.')} or newer, and this is Node ${version}. ` +
		'Start it through npm (npm start, npm test, npm run …): on Linux x64 that brings Node 24 along. ' +
		'On another system install Node 24 first.'
	);
}

if (isMain(import.meta.url)) {
	const problem = nodeProblem(process.versions.node);
	if (problem !== undefined) {
		say(problem);
		process.exitCode = 1;
	}
}

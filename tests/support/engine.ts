export type TestEngine = 'sqlite' | 'pglite' | 'postgres';

/** Which engine this run tests: TEST_ENGINE, or SQLite. */
export function testEngine(): TestEngine {
	const engine = process.env.TEST_ENGINE ?? 'sqlite';
	if (engine === 'sqlite' || engine === 'pglite' || engine === 'postgres') return engine;
	throw new Error(`TEST_ENGINE is ${engine}; expected sqlite, pglite or postgres`);
}

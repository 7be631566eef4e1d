import adapter from '@sveltejs/adapter-node';

/** The framework as it comes: no hooks, no sessions, no database. @type {import('@sveltejs/kit').Config} */
export default { compilerOptions: { runes: true }, kit: { adapter: adapter() } };

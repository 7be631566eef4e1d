import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as prettier from 'prettier';
import { expect, test } from 'vitest';
import { parseProjectFile } from '#lib/schemas/project-file/parse.ts';
import { ProjectFileSchema } from '#lib/schemas/project-file.ts';

const SCHEMA = new URL('../../docs/project-file.schema.json', import.meta.url).pathname;
const GUIDE = readFileSync(new URL('../../docs/load-your-own-project.md', import.meta.url), 'utf8');

/** When the format changes: npx vitest run tests/schemas/project-file-docs.test.ts -u */
test('the JSON Schema in docs is the one that files are checked with', async () => {
	const title = { title: 'Project file', description: 'The plan of a consortium, for import-project.' };
	const schema = { ...title, ...toJsonSchema(ProjectFileSchema, { typeMode: 'input' }) };
	const options = await prettier.resolveConfig(SCHEMA);
	const text = await prettier.format(JSON.stringify(schema), { ...options, parser: 'json' });
	await expect(text).toMatchFileSnapshot(SCHEMA);
});

test('the example of the guide is a file that can be loaded', () => {
	const example = /```json\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';
	expect(parseProjectFile(example)).toMatchObject({ ok: true });
});

test('the guide names every list of the file', () => {
	for (const name of Object.keys(ProjectFileSchema.entries)) expect(GUIDE).toContain(`\`${name}\``);
});

import type { Transport } from '@sveltejs/kit';
import { isStaying } from '#lib/stays-here.ts';

export const transport: Transport = {
	staying: { encode: (value) => isStaying(value) && 1, decode: () => null }
};

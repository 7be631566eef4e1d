import fc, { type Arbitrary } from 'fast-check';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Shown } from '#tests/support/silence/prove.ts';

/** One number, as a component has it. */
export function shown<Props extends Record<string, unknown>>(
	name: string,
	component: Component<Props>,
	props: Props,
	{ good, missing }: Pick<Shown, 'good' | 'missing'>
): Shown {
	return { name, good, missing, html: render(component, { props }).body };
}

export const AS_OF = '15 Jun 2026';

export const list = <T>(one: Arbitrary<T>, maxLength = 6) => fc.array(one, { minLength: 1, maxLength });

import { join } from 'node:path';

/** Where the portal is that is weighed and timed; as app-config.yaml beside this has it. */
export const PORTAL = 'http://localhost:7144';
export const root = join(__dirname, '../..');
/** What is built and left here; never in the tree. */
export const cache = join(root, 'node_modules/.cache/benchmark-portal');

/** The portal that has the suite, and the same without. */
export type Variant = 'with' | 'without';
export const variants: readonly Variant[] = ['without', 'with'];

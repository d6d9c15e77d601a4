import { z } from 'zod';

// Fields that several parts of the API have.

export const instant = z.iso.datetime({ precision: 3 });
export const count = z.int().min(0);
/** A parameter that may be repeated. */
export const list = z.union([z.string(), z.array(z.string())]);
export const limit = z.coerce.number().int().min(1).max(500).default(20);

import { z } from 'zod';

/** Refines a list whose items are told apart by their id. `what` is an item's name in the message. */
export const eachIdOnce =
  (what: string) =>
  (
    items: readonly { id: string }[],
    ctx: z.core.$RefinementCtx<unknown>,
  ): void => {
    const seen = new Set<string>();
    items.forEach(({ id }, index) => {
      if (seen.has(id)) {
        ctx.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `the id ${id} is used by an earlier ${what}`,
        });
      }
      seen.add(id);
    });
  };

import { Pin, Pins } from '../ledger/PinCheck';

/** What the checkpoints in the database say of each stream; `upToCheckpoint`: of later ones nothing. */
export function databasePins(upToCheckpoint?: number): Pins {
  return {
    ids: (tx, after) => {
      const ids = tx('checkpoint_heads')
        .distinct({ id: 'stream_id' })
        .where('stream_id', '>', after);
      if (upToCheckpoint !== undefined)
        ids.where('checkpoint', '<=', upToCheckpoint);
      return ids;
    },
    async upTo(tx, streamIds) {
      const query = tx('checkpoint_heads')
        .whereIn('stream_id', streamIds)
        .orderBy(['stream_id', 'checkpoint'])
        .select('checkpoint', 'seq', 'hash', { streamId: 'stream_id' });
      if (upToCheckpoint !== undefined)
        query.where('checkpoint', '<=', upToCheckpoint);
      const pins = new Map<string, Pin[]>();
      for (const { streamId, ...pin } of await query) {
        const same = pins.get(streamId);
        if (same) same.push(pin);
        else pins.set(streamId, [pin]);
      }
      return pins;
    },
  };
}

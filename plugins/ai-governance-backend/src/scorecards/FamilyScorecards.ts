import {
  Control,
  controlFamilies,
  ControlFamily,
  FamilyScorecard,
  Instant,
  share,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { ReadScope } from '../permissions/ReadScope';
import { readAsOf } from './readAsOf';
import { ControlCounts, controlsByOwning, controlsByTeam } from './readFamily';

interface Options {
  knex: Knex;
  clock: Clock;
  /** Those that subjects are judged by. */
  controls: readonly Control[];
}

const isFamily = (id: string): id is ControlFamily =>
  Object.hasOwn(controlFamilies, id);

/** One family of controls, control by control, of every team; within what a reader may read. */
export class FamilyScorecards {
  static create(options: Options) {
    return new FamilyScorecards(options);
  }

  private constructor(private readonly options: Options) {}

  /** Ids of the families that subjects are asked about. */
  families(): string[] {
    return [...new Set(this.options.controls.map(c => c.family))];
  }

  /**
   * @param id - of a family
   * @param of.team - full reference of a group: it and those below it alone
   * @returns undefined when no subject is asked about such a family
   */
  async find(
    scope: ReadScope,
    id: string,
    of: { team?: string; asOf?: Instant },
  ): Promise<FamilyScorecard | undefined> {
    const controls = this.options.controls.filter(c => c.family === id);
    if (!isFamily(id) || controls.length === 0) return undefined;
    const ids = controls.map(c => c.id);
    const cells = (counts: ControlCounts | undefined) =>
      ids.flatMap(control => {
        const found = counts?.get(control);
        return found
          ? [{ id: control, counts: found, share: share(found) }]
          : [];
      });
    return readAsOf(this.options, of.asOf, async (knex, reading) => {
      const asked = { knex, reading, scope, controls: ids };
      const teams = await controlsByTeam(asked, of.team);
      const others =
        of.team === undefined ? await controlsByOwning(asked) : undefined;
      return {
        family: id,
        title: controlFamilies[id],
        controls: controls.map(({ id: control, title, level, holdsWhen }) => ({
          id: control,
          title,
          level,
          holdsWhen,
        })),
        items: [...teams]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([ref, counts]) => ({ ref, controls: cells(counts) })),
        withoutTeam: {
          unowned: cells(others?.get('unowned')),
          ownedByPerson: cells(others?.get('person')),
        },
      };
    });
  }
}

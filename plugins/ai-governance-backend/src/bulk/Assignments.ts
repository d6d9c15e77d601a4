import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  BulkAssignments,
  bulkAssignmentsRequestSchema,
  canonicalJson,
  correctiveAction,
  CorrectiveAction,
  recordAppendPermission,
  riskAssessment,
  RiskAssessment,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { refusal } from '../decisions/refusal';
import { Revision } from '../ledger/Ledger';
import { recordsById } from '../ledger/readRecords';
import { SubjectRow } from '../permissions/SubjectRow';
import { BulkOptions } from './BulkOptions';

type Request = z.output<typeof bulkAssignmentsRequestSchema>;
type Item = Request['items'][number];
type Outcome = BulkAssignments['items'][number];
type Assigned = Pick<Request, 'owner' | 'due'>;

/** Giving many corrective actions and treatments of risks an owner and a due date: one revision each, by the ordinary rules. */
export class Assignments {
  readonly #options: BulkOptions;

  static create(options: BulkOptions) {
    return new Assignments(options);
  }

  private constructor(options: BulkOptions) {
    this.#options = options;
  }

  /** @throws InputError when a record is named twice */
  async assign(
    credentials: BackstageCredentials,
    author: string,
    request: Request,
  ): Promise<Outcome[]> {
    const { access } = this.#options;
    const ids = request.items.map(item => item.recordId);
    const first = new Map<string, number>();
    ids.forEach((id, i) => first.has(id) || first.set(id, i));
    const twice = ids.findIndex((id, i) => first.get(id) !== i);
    if (twice >= 0) {
      throw new InputError(
        `items[${twice}].recordId: is named before; name all its scenarios at once`,
      );
    }
    const subjects = await access.subjectsOfRecords(credentials, ids);
    const authorize = await access.authorizer(
      credentials,
      recordAppendPermission,
    );
    const heads = await recordsById(this.#options.knex, [...subjects.keys()]);
    const outcomes: Outcome[] = [];
    for (const item of request.items) {
      outcomes.push(
        await this.#one(item, {
          subject: subjects.get(item.recordId),
          head: heads.get(item.recordId),
          author,
          request,
          authorize,
        }),
      );
    }
    return outcomes;
  }

  async #one(
    item: Item,
    of: {
      subject: SubjectRow | undefined;
      head: Revision | undefined;
      author: string;
      request: Request;
      authorize: (subject: SubjectRow) => void;
    },
  ): Promise<Outcome> {
    const { recordId, baseRevision } = item;
    const { subject, head, author, request, authorize } = of;
    const { statements } = this.#options;
    const refused = (reason: string): Outcome => ({
      recordId,
      outcome: 'refused',
      reason,
    });
    if (!subject || !head) {
      return refused(`There is no record ${recordId} that you may read.`);
    }
    try {
      const data = assigned(head, item, request);
      if (canonicalJson(data) === head.data) {
        return { recordId, outcome: 'unchanged', revision: head.revision };
      }
      const { revision } = await statements.append(
        { kind: 'subject', subject },
        {
          type: head.type,
          data,
          baseRevision,
          ...(head.type === correctiveAction.type && { recordId }),
          ...(request.materiality && { materiality: request.materiality }),
          ...(request.materialityReason !== undefined && {
            materialityReason: request.materialityReason,
          }),
        },
        author,
        async () => authorize(subject),
      );
      return { recordId, outcome: 'assigned', revision };
    } catch (error) {
      return refused(refusal(error).reason);
    }
  }
}

/** The data of a record with another owner or due date. @throws InputError saying why it has neither */
function assigned(
  head: Revision,
  item: Item,
  { owner, due }: Assigned,
): Record<string, unknown> {
  if (head.data === null) throw new InputError('Its text was erased.');
  const change = {
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
  };
  if (head.type === correctiveAction.type) {
    if (item.scenarios) {
      throw new InputError(
        'scenarios: are of a risk assessment; a corrective action has none, so leave them out',
      );
    }
    const action: CorrectiveAction = JSON.parse(head.data);
    if (action.status !== 'open') {
      throw new InputError(
        `It is ${action.status}: only what is open is assigned.`,
      );
    }
    return { ...action, ...change };
  }
  if (head.type !== riskAssessment.type) {
    throw new InputError(
      `type: a ${head.type} has no owner and no due date that are assigned; corrective actions and treatments of risks have`,
    );
  }
  const assessment: RiskAssessment = JSON.parse(head.data);
  const wanted = new Set(item.scenarios);
  const unknown = [...wanted].filter(
    id => !assessment.scenarios.some(scenario => scenario.id === id),
  );
  if (wanted.size === 0 || unknown.length > 0) {
    throw new InputError(
      wanted.size === 0
        ? 'scenarios: say which scenarios of the assessment'
        : `scenarios: there is no ${unknown.join(', ')}`,
    );
  }
  return {
    ...assessment,
    scenarios: assessment.scenarios.map(scenario => {
      if (!wanted.has(scenario.id)) return scenario;
      const { treatment, title } = scenario;
      if (!treatment || treatment.completed) {
        throw new InputError(
          `${title}: ${
            treatment
              ? 'its treatment is completed'
              : 'it has no treatment yet; choose one on the tab Risk first'
          }`,
        );
      }
      return { ...scenario, treatment: { ...treatment, ...change } };
    }),
  };
}

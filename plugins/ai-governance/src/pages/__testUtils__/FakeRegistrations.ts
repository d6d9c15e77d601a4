import { ConflictError } from '@backstage/errors';
import {
  RegisterRequest,
  Registration,
  RegistrationsQuery,
  RegistrationView,
  ReviseRegistration,
  RevisionConflictError,
  validateRecord,
  registration as type,
} from 'backstage-plugin-ai-governance-common';
import { policy } from '../../components/__testUtils__/company';
import { FakeAiGovernance } from './FakeAiGovernance';

export const me = 'user:default/dana';

/** Registrations in memory, taken and refused as the ledger does. */
export class FakeRegistrations extends FakeAiGovernance {
  readonly held = new Map<string, RegistrationView>();
  readonly refreshed: string[] = [];
  /** Names that are taken by what nobody here may see. */
  taken: string[] = [];

  constructor() {
    super();
    this.policyView = {
      policy,
      hash: 'hash',
      recordedAt: null,
      acknowledgedAt: null,
      titles: {},
    };
  }

  /** Writes a revision behind the reader's back, or before a test begins. */
  write(name: string, data: unknown, author = me): RegistrationView {
    const checked = validateRecord(type, data);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const ref = `aisystem:default/${name}`;
    const revision = (this.held.get(ref)?.revision ?? 0) + 1;
    const view: RegistrationView = {
      ref,
      recordId: `registration-of-${name}`,
      type: 'registration',
      revision,
      seq: revision,
      data: checked.data as Registration,
      author,
      materiality: 'material',
      effectiveAt: '2026-11-24T10:00:00.000Z',
      recordedAt: '2026-11-24T10:00:00.000Z',
      dataHash: 'data',
      hash: 'hash',
    };
    this.held.set(ref, view);
    return view;
  }

  async registerSystem({ data }: RegisterRequest) {
    const name = String(data.name);
    if (
      this.taken.includes(name) ||
      this.held.has(`aisystem:default/${name}`)
    ) {
      throw new ConflictError(
        `data.name: ${name} is taken already; choose another`,
      );
    }
    return this.write(name, data);
  }

  async reviseRegistration(
    ref: string,
    { data, baseRevision }: ReviseRegistration,
  ) {
    const head = this.held.get(ref)!;
    if (head.revision !== baseRevision) {
      throw new RevisionConflictError(head as any);
    }
    return this.write(String(data.name), data);
  }

  async registrations({ ref, mine }: RegistrationsQuery = {}) {
    const items = [...this.held.values()].filter(
      view =>
        (ref === undefined || view.ref === ref) &&
        (!mine || view.author === me),
    );
    return { items, totalItems: items.length };
  }

  async refresh(ref: string): Promise<any> {
    this.refreshed.push(ref);
    return {};
  }
}

import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { TestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_REGISTRATION } from 'backstage-plugin-ai-governance-common';
import assert from 'node:assert';
import request from 'supertest';
import { Asker, askers, person } from './__testUtils__/askers';
import { aiSystem, seth, startCompany } from './__testUtils__/company';
import { tableHeld } from './__testUtils__/documentedTable';
import {
  actionInputs,
  partOf,
  probes,
  registrationOf,
  Target,
} from './__testUtils__/probes';

jest.setTimeout(120_000);

const administrator = person('', seth);
const secrets = /marzipan/i;
const nobody = '00000000-0000-4000-8000-000000000000';

describe('routes and roles', () => {
  let backend: TestBackend;
  let document: any;
  let actions: any[];
  const entities: Entity[] = [];
  const targets = new Map<Asker, Target>();

  const send = (
    { authorization }: Pick<Asker, 'authorization'>,
    method: 'get' | 'post',
    path: string,
    body?: object,
  ) => {
    const sent = request(backend.server)
      [method](`/api/ai-governance${path}`)
      .set('authorization', authorization);
    return body ? sent.send(body) : sent;
  };

  /** What is written of a system before it is asked about. */
  async function prepare(asker: Asker, system: string): Promise<Target> {
    const word = asker.owner === 'lending' ? 'Marzipan' : 'Plain';
    const write = async (type: string, data: object, more: object = {}) => {
      const { status, body } = await send(
        administrator,
        'post',
        `/subjects/aisystem/default/${system}/records`,
        { type, data, ...more },
      );
      assert.equal(status, 201, JSON.stringify(body));
      return body.recordId as string;
    };
    const target = {
      system,
      registration: `notes-of-${system}`,
      team: asker.owner,
      person: asker.person,
      change: await write('change', {
        kind: 'model',
        title: `${word} model`,
        why: 'Cheaper.',
      }),
      risks: await write('risk-assessment', {
        scenarios: [
          {
            id: 'drift',
            title: `${word} drifts`,
            category: 'accuracy',
            inherent: {
              likelihood: 4,
              consequence: { individuals: 1, society: 1, business: 4 },
            },
            treatment: { strategy: 'mitigate', plan: 'Watch it.' },
          },
        ],
      }),
      approval: await write('approval', {
        gate: 'deploy',
        decision: 'requested',
      }),
      incident: await write('incident', {
        title: `${word} leak`,
        kind: 'failure',
        severity: 'low',
        status: 'open',
        detected: '2026-01-01',
        what: 'It happened.',
      }),
    };
    const registered = await send(administrator, 'post', '/registrations', {
      data: { ...registrationOf(target), title: `${word} notes` },
    });
    assert.equal(registered.status, 201, JSON.stringify(registered.body));
    const entity = aiSystem(target.registration, asker.owner, `${word} notes`);
    entity.metadata.annotations = {
      [ANNOTATION_REGISTRATION]: registered.body.recordId,
    };
    entities.push(entity);
    return target;
  }

  beforeAll(async () => {
    const names = askers.map(
      ({ title }) => `system-${title.replace(/\W+/g, '-')}`,
    );
    askers.forEach(({ owner }, i) =>
      entities.push(
        aiSystem(names[i], owner, owner === 'lending' ? 'Marzipan' : 'Plain'),
      ),
    );
    const started = await startCompany({
      entities,
      features: [actionsRegistryServiceFactory],
    });
    backend = started.backend;
    await started.sweep();
    for (const [i, asker] of askers.entries()) {
      targets.set(asker, await prepare(asker, names[i]));
    }
    await started.sweep();
    document = (await send(administrator, 'get', '/openapi.json')).body;
    ({
      body: { actions },
    } = await send(administrator, 'get', '/.backstage/actions/v1/actions'));
  });
  afterAll(() => backend.stop());

  const absentLike = (target: Target): Target => ({
    ...target,
    system: 'absent',
    registration: 'absent-notes',
    team: 'absentees',
    change: nobody,
    risks: nobody,
    approval: nobody,
    incident: nobody,
  });

  interface Answer {
    status: number;
    cell: string;
    /** Without what the caller sent. */
    text: string;
  }
  /** @param target - its names are taken out of the answer: the caller has sent them */
  const answerOf = (
    { status, body, text }: request.Response,
    target: Target,
    outcome?: (body: any) => string,
  ): Answer => {
    const { request: _, ...rest } = body ?? {};
    return {
      status,
      cell: outcome && status === 200 ? outcome(body) : String(status),
      text: Object.values(target)
        .sort((a, b) => b.length - a.length)
        .reduce(
          (left, name) => left.replaceAll(name, '…'),
          (Object.keys(rest).length ? JSON.stringify(rest) : text)
            // when it was asked is no secret
            .replace(/T\d\d:?\d\d:?\d\d(\.\d{3})?Z/g, ''),
        ),
    };
  };

  const operations = () =>
    Object.entries<any>(document.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).map(([method, operation]) => ({
        method: method as 'get' | 'post',
        path,
        operation,
      })),
    );

  async function ask(
    asker: Asker,
    { method, path, operation }: ReturnType<typeof operations>[number],
    target: Target,
  ): Promise<Answer> {
    const probe = probes[operation.operationId];
    if (method === 'post' && !probe) {
      throw new Error(`${operation.operationId} writes: say what in probes.ts`);
    }
    const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
      partOf(path, name, target),
    );
    const query = probe?.query ? `?${probe.query}` : '';
    return answerOf(
      await send(asker, method, `${filled}${query}`, probe?.body?.(target)),
      target,
      probe?.outcome,
    );
  }

  async function act(
    asker: Asker,
    name: string,
    target: Target,
  ): Promise<Answer> {
    const path = `/.backstage/actions/v1/actions/ai-governance:${name}/invoke`;
    return answerOf(
      await send(asker, 'post', path, actionInputs[name](target)),
      target,
    );
  }

  /**
   * Asks everybody. Who may not read gets nothing of it, and what they would get of what is not there; and somebody may, or the question is
   * wrong.
   */
  async function row(
    title: string,
    asked: (asker: Asker, target: Target) => Promise<Answer>,
    options: { granted?: number; faults: string[] },
  ): Promise<string[]> {
    const { granted, faults } = options;
    const answers: Answer[] = [];
    for (const asker of askers) {
      const target = targets.get(asker)!;
      const said = ({ status, text }: Answer) =>
        `${title}, ${asker.title}: ${status} ${text.slice(0, 500)}`;
      const answer = await asked(asker, target);
      const sees = !asker.blind && asker.owner === 'lending';
      const absent = asker.blind
        ? await asked(asker, absentLike(target))
        : answer;
      if (
        answer.status >= 500 ||
        (!sees && secrets.test(answer.text)) ||
        said(absent) !== said(answer)
      ) {
        faults.push(said(answer), said(absent));
      }
      answers.push(answer);
    }
    if (!answers.some(({ status }) => status < 300 || status === granted)) {
      faults.push(...answers.map(a => `${title}: ${a.status} ${a.text}`));
    }
    return [title, ...answers.map(({ cell }) => cell)];
  }

  const head = [askers.map(a => a.title), askers.map(() => '---')];

  it('are as docs/security.md says', async () => {
    const rows = [
      ['route', ...head[0]],
      ['---', ...head[1]],
    ];
    const faults: string[] = [];
    for (const one of operations()) {
      const title = `\`${one.method.toUpperCase()} ${one.path}\``;
      const { granted } = probes[one.operation.operationId] ?? {};
      rows.push(
        await row(title, (asker, of) => ask(asker, one, of), {
          granted,
          faults,
        }),
      );
    }
    expect(faults).toEqual([]);
    expect(tableHeld('routes and roles', rows, 'security.md')).toEqual(rows);
  });

  it('are the same for agents, as docs/security.md says', async () => {
    expect(actions.map(a => a.name).sort()).toEqual(
      Object.keys(actionInputs).sort(),
    );
    const rows = [
      ['action', ...head[0]],
      ['---', ...head[1]],
    ];
    const faults: string[] = [];
    for (const { name } of actions) {
      rows.push(
        await row(`\`${name}\``, (asker, of) => act(asker, name, of), {
          faults,
        }),
      );
    }
    expect(faults).toEqual([]);
    expect(tableHeld('actions and roles', rows, 'security.md')).toEqual(rows);
  });
});

import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import mcpActionsBackend from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { readFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { startCompany } from './permissions/__testUtils__/company';

jest.setTimeout(60_000);

// A client of the Model Context Protocol, the endpoint of Backstage and its actions services: only who somebody is, is not proven.

const { backend: backendConfig, mcpActions } = parse(
  readFileSync(resolve(__dirname, '../../../app-config.yaml'), 'utf8'),
);
const own = 'aisystem:default/owner';
const ofTheAgency = 'aisystem:default/external-own-system';
const change = {
  kind: 'model',
  title: 'gpt-4.1 to gpt-5',
  why: 'The old model ends in spring.',
};

describe('an agent at the MCP endpoint of the portal', () => {
  let backend: TestBackend;
  const clients: Client[] = [];

  beforeAll(async () => {
    const started = await startCompany({
      features: [
        mcpActionsBackend,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
      ],
      config: { mcpActions, backend: { actions: backendConfig.actions } },
    });
    backend = started.backend;
    await started.sweep();
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    await backend.stop();
  });

  const connect = async (authorization: string) => {
    const { port } = backend.server.address() as AddressInfo;
    const client = new Client({ name: 'assistant', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`http://localhost:${port}/api/mcp-actions/v1/ai-governance`),
        { requestInit: { headers: { authorization } } },
      ),
    );
    clients.push(client);
    return {
      client,
      call: async (name: string, input: Record<string, unknown> = {}) => {
        const answer: any = await client.callTool({
          name: `ai-governance.${name}`,
          arguments: input,
        });
        return {
          refused: answer.isError === true,
          text: answer.content[0].text as string,
          output: answer.structuredContent,
        };
      },
    };
  };
  const signedInAs = (person: string) =>
    connect(mockCredentials.user.header(`user:default/${person}`));
  const recordsOf = async (system: string) => {
    const [, name] = system.split('/');
    const { body } = await request(backend.server)
      .get(`/api/ai-governance/subjects/aisystem/default/${name}/records`)
      .set('authorization', mockCredentials.user.header('user:default/ada'));
    return body.items as any[];
  };

  it('finds tools, each with its schema and whether it only reads', async () => {
    const { client } = await signedInAs('dana');
    expect(client.getInstructions()).toMatch(/never an instruction/);
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(11);
    for (const { name, annotations, inputSchema, description } of tools) {
      expect(name).toMatch(/^ai-governance\.[a-z-]+$/);
      expect(description).toBeTruthy();
      expect(inputSchema.type).toBe('object');
      expect(annotations).toMatchObject({
        readOnlyHint: name !== 'ai-governance.append-record',
        destructiveHint: false,
      });
    }
  });

  it('asks how a system and a team stand, and what is due', async () => {
    const { call } = await signedInAs('dana');
    const { output: systems } = await call('list-systems', { q: 'owner' });
    expect(systems.items.map((s: any) => s.ref)).toContain(own);

    const { output: posture } = await call('get-posture', { system: own });
    expect(posture).toMatchObject({ ref: own, tier: 'limited' });
    expect(posture.results).toContainEqual(
      expect.objectContaining({ controlId: 'DOC-01', state: 'not-reported' }),
    );

    const { output: team } = await call('get-team-scorecard', {
      team: 'lending',
    });
    expect(team).toMatchObject({ ref: 'group:default/lending', subjects: 8 });

    const { output: work } = await call('list-work', {
      limit: 100,
    });
    expect(work.items).toContainEqual(
      expect.objectContaining({
        kind: 'control',
        subject: expect.objectContaining({ ref: own }),
      }),
    );
  });

  it('logs a change for the person for whom it works, and reads its history', async () => {
    const { call } = await signedInAs('dana');
    const { output: logged } = await call('append-record', {
      system: own,
      type: 'change',
      data: change,
    });
    expect(logged).toMatchObject({
      author: 'user:default/dana',
      revision: 1,
      data: { ...change, origin: 'agent' },
    });
    const { output: history } = await call('get-record-history', {
      recordId: logged.recordId,
    });
    expect(history.items).toEqual([logged]);
    expect(await recordsOf(own)).toContainEqual(
      expect.objectContaining({ recordId: logged.recordId }),
    );

    const stale = await call('append-record', {
      system: own,
      type: 'change',
      data: change,
      recordId: logged.recordId,
      baseRevision: 7,
    });
    expect([stale.refused, stale.text]).toEqual([
      true,
      expect.stringMatching(
        /^ConflictError: baseRevision: .* is at revision 1, and you started from 7/,
      ),
    ]);
  });

  it('is refused every sign-off, with a sentence that says why', async () => {
    const { call } = await signedInAs('dana');
    const before = await recordsOf(own);
    for (const type of [
      'approval',
      'risk-acceptance',
      'exemption',
      'tier-override',
      'confirmation',
      'delegation',
      'connector',
      'control-test',
    ]) {
      const { refused, text } = await call('append-record', {
        system: own,
        type,
        data: { gate: 'deploy', decision: 'approved' },
      });
      expect([type, refused, text]).toEqual([
        type,
        true,
        expect.stringMatching(
          /^NotAllowedError: type: .* is for a person to write, in the portal/,
        ),
      ]);
    }
    expect(await recordsOf(own)).toEqual(before);
  });

  it('learns nothing of what the person may not read', async () => {
    const { call } = await signedInAs('eva');
    const { output: systems } = await call('list-systems');
    expect(systems.items.map((s: any) => s.ref)).toEqual([ofTheAgency]);
    const { output: all } = await call('get-organization-scorecard');
    expect(all.subjects).toBe(1);
    const { text: work } = await call('list-work', { scope: 'all' });
    expect(work).not.toMatch(/aisystem:default\/owner/);

    for (const [name, more] of [
      ['describe-system', {}],
      ['get-posture', {}],
      ['get-records', { type: 'change' }],
      ['append-record', { type: 'change', data: change }],
    ] as const) {
      const hidden = await call(name, { system: own, ...more });
      const absent = await call(name, {
        system: 'aisystem:default/absent',
        ...more,
      });
      expect([name, hidden.refused]).toEqual([name, true]);
      expect(hidden.text).toMatch(/^NotFoundError: /);
      expect(hidden.text.replace('default/owner', '…')).toBe(
        absent.text.replace('default/absent', '…'),
      );
    }
  });

  it('appends nothing with the token of a service, which does not say for whom it speaks', async () => {
    // so it arrives from the endpoint, in a portal that knows tokens
    const { call } = await connect(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:mcp-actions'),
        targetPluginId: 'mcp-actions',
      }),
    );
    expect((await call('list-systems')).refused).toBe(false);
    const { refused, text } = await call('append-record', {
      system: own,
      type: 'change',
      data: change,
    });
    expect([refused, text]).toEqual([
      true,
      expect.stringMatching(
        /^NotAllowedError: .*plugin:mcp-actions does not say for whom it speaks/,
      ),
    ]);
  });
});

import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createWriteLocalAction } from './writeLocal';

const credentials = mockCredentials.user('user:default/lena');

describe('ai-governance:write:local', () => {
  const workspace = createMockDirectory();
  const disk = createMockDirectory();
  const refreshEntity = jest.fn(async () => {});
  beforeEach(() => {
    jest.clearAllMocks();
    workspace.setContent({
      'catalog-info.yaml': 'kind: AISystem\n',
      governance: { 'intended-use.md': '## Purpose\n' },
      '.git': { HEAD: 'x' },
    });
    disk.setContent({ mine: { there: { 'file.txt': 'kept' } } });
  });

  const run = async (input: any) => {
    const output = jest.fn();
    await createWriteLocalAction({
      localFolder: join(disk.path, 'mine'),
      catalog: { refreshEntity },
    }).handler({
      ...createMockActionContext({
        input,
        workspacePath: workspace.path,
      }),
      output,
      getInitiatorCredentials: async () => credentials,
    } as any);
    return Object.fromEntries(output.mock.calls);
  };

  it('writes a new folder, and has the catalog read it as whoever runs it', async () => {
    expect(
      await run({ folder: 'alerts', location: 'location:default/mine' }),
    ).toEqual({ files: ['catalog-info.yaml', 'governance/intended-use.md'] });
    expect(disk.content()).toEqual({
      mine: {
        there: { 'file.txt': 'kept' },
        alerts: {
          'catalog-info.yaml': 'kind: AISystem\n',
          governance: { 'intended-use.md': '## Purpose\n' },
        },
      },
    });
    expect(refreshEntity).toHaveBeenCalledWith('location:default/mine', {
      credentials,
    });
  });

  it.each([
    '../out',
    '..',
    '.hidden',
    'a/b',
    'a\\b',
    '/tmp/x',
    '',
    'Capital',
    'x'.repeat(64),
  ])('refuses the folder %j and writes nothing', async folder => {
    await expect(run({ folder })).rejects.toThrow(/^folder: must be one name/);
    expect(disk.content()).toEqual({ mine: { there: { 'file.txt': 'kept' } } });
  });

  it('overwrites nothing', async () => {
    await expect(run({ folder: 'there' })).rejects.toThrow(/is there already/);
    expect(disk.content()).toEqual({ mine: { there: { 'file.txt': 'kept' } } });
  });

  it('takes nothing from outside of the workspace', async () => {
    await expect(
      run({ folder: 'alerts', sourcePath: '../..' }),
    ).rejects.toThrow();
    await symlink('/etc/hostname', join(workspace.path, 'governance', 'x.md'));
    await expect(run({ folder: 'alerts' })).rejects.toThrow(
      'sourcePath: governance/x.md is a link',
    );
    expect(disk.content()).toEqual({ mine: { there: { 'file.txt': 'kept' } } });
  });

  it('has written also when the catalog cannot be asked', async () => {
    refreshEntity.mockRejectedValueOnce(new Error('no'));
    await run({ folder: 'alerts', location: 'location:default/mine' });
    expect(disk.content()).toHaveProperty('mine.alerts');
  });
});

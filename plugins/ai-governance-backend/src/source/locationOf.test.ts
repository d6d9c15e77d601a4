import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { locationOf } from './locationOf';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'a/b',
  kind: 'AISystem',
  metadata: { name: 'a', annotations },
});
const find = (
  records: string,
  more: Record<string, string> = {},
  roots = ['/srv/catalog'],
) =>
  locationOf(entity({ 'ai-governance/records': records, ...more }), {
    integrations,
    roots,
  });

const github = {
  'backstage.io/managed-by-location':
    'url:https://github.com/bank/limits/blob/main/catalog-info.yaml',
};
const disk = {
  'backstage.io/managed-by-location': 'file:/srv/catalog/a/catalog-info.yaml',
};

describe('locationOf', () => {
  it('resolves a path beside the file that the entity comes from', () => {
    const folder = find('./governance/', github);
    const url = 'https://github.com/bank/limits/tree/main/governance/';
    expect(folder).toMatchObject({ location: url, at: { url } });
    expect(folder.editUrl('intended-use.md')).toBe(
      'https://github.com/bank/limits/edit/main/governance/intended-use.md',
    );
    expect(find('governance', github).location).toBe(url);
  });

  it('goes by the place of the source where a provider brought the entity', () => {
    expect(
      find('docs', {
        'backstage.io/managed-by-location': 'github-org:x',
        'backstage.io/source-location':
          'url:https://gitlab.com/bank/limits/-/tree/main/',
      }).location,
    ).toMatch(/^https:\/\/gitlab\.com\/bank\/limits\/-\/\w+\/main\/docs\/$/);
  });

  it('takes the address of a folder', () => {
    const folder = find('https://github.com/bank/docs/tree/main/ai');
    expect(folder.at).toEqual({
      url: 'https://github.com/bank/docs/tree/main/ai/',
    });
    expect(folder.editUrl('sub/operations.yaml')).toBe(
      'https://github.com/bank/docs/edit/main/ai/sub/operations.yaml',
    );
  });

  it('takes a folder on disk below a root, and tells no place on the machine', () => {
    const folder = find('./governance', disk);
    expect(folder.location).toBe('./a/governance/');
    expect(folder.at).toEqual({
      root: '/srv/catalog',
      folder: '/srv/catalog/a/governance',
    });
    expect(folder.editUrl('operations.md')).toBeUndefined();
    expect(
      find('./governance', {
        ...disk,
        'backstage.io/edit-url':
          'https://github.com/bank/all/edit/main/a/catalog-info.yaml',
      }).editUrl('operations.md'),
    ).toBe('https://github.com/bank/all/edit/main/a/governance/operations.md');
  });

  it.each([
    ['../../etc', disk, ['/srv/catalog']],
    ['/etc', disk, ['/srv/catalog']],
    ['../b', disk, ['/srv/catalog/a']],
    ['./governance', disk, []],
  ])('reads %s of no place outside the roots', (records, more, roots) => {
    expect(() => find(records, more, roots)).toThrow(
      /only what is below aiGovernance\.recordsAsCode\.roots/,
    );
  });

  it.each([
    ['', github, /must be the address of a folder/],
    ['file:/etc', disk, /http or https address, or a path/],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', github, /http or https address, or a path/],
    ['./governance', {}, /comes from no file/],
    ['x'.repeat(501), github, /must be the address of a folder/],
  ])('says what is wrong with %j', (records, more, says) => {
    expect(() => find(records, more)).toThrow(says);
  });
});

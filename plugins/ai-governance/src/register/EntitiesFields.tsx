import { Draft } from './questions';
import { RefsField } from './RefsField';

const fields = [
  {
    path: 'hasPart',
    one: 'Part',
    kinds: ['Component', 'API', 'Resource'],
    help: 'What in the catalog is a part of it.',
  },
  {
    path: 'dependsOn',
    one: 'Dependency',
    kinds: ['Component', 'Resource', 'API', 'AiResource', 'AISystem'],
    help: 'What in the catalog it cannot do without.',
  },
  {
    path: 'consumesApis',
    one: 'API',
    kinds: ['API'],
    help: 'Also the servers of tools that it uses.',
  },
] as const;

type Field = (typeof fields)[number];

/** The fields in which a registration names entities of the catalog; most of what has no repository names none. */
export const entitiesFieldsOf = (draft: Draft): readonly Field[] =>
  fields.filter(({ path }) => draft[path] !== undefined);

/** The entities of the catalog that the system is made of and rests on. */
export function EntitiesFields(props: {
  asked: readonly Field[];
  draft: Draft;
  refs: (
    path: string,
  ) => Pick<
    Parameters<typeof RefsField>[0],
    'id' | 'path' | 'label' | 'problems' | 'disabled'
  >;
  onChange: (change: Draft) => void;
}) {
  const { asked, draft, refs, onChange } = props;
  return (
    <>
      {asked.map(({ path, one, kinds, help }) => (
        <RefsField
          key={path}
          {...refs(path)}
          one={one}
          kinds={[...kinds]}
          help={help}
          value={draft[path]}
          onChange={value => onChange({ [path]: value })}
        />
      ))}
    </>
  );
}

import { useTexts } from '../translation';
import { Draft } from './questions';
import { RefsField } from './RefsField';

const fields = [
  {
    path: 'hasPart',
    one: 'part',
    kinds: ['Component', 'API', 'Resource'],
  },
  {
    path: 'dependsOn',
    one: 'dependency',
    kinds: ['Component', 'Resource', 'API', 'AiResource', 'AISystem'],
  },
  {
    path: 'consumesApis',
    one: 'api',
    kinds: ['API'],
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
  const t = useTexts();
  const { asked, draft, refs, onChange } = props;
  return (
    <>
      {asked.map(({ path, one, kinds }) => (
        <RefsField
          key={path}
          {...refs(path)}
          one={one}
          kinds={[...kinds]}
          help={t(`register.refs.${one}.help`)}
          value={draft[path]}
          onChange={value => onChange({ [path]: value })}
        />
      ))}
    </>
  );
}

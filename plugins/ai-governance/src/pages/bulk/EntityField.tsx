import { EntityRefWidget } from '../../records/form/EntityRefWidget';

/** A reference to an entity of some kinds: typed, or picked from what the catalog finds. */
export function EntityField(props: {
  id: string;
  label: string;
  kinds: readonly string[];
  value: string;
  onChange: (ref: string) => void;
}) {
  const { id, label, kinds, value, onChange } = props;
  const widget = {
    id: `ai-governance-${id}`,
    label,
    schema: { kinds },
    value,
    onChange: (ref: string | undefined) => onChange(ref ?? ''),
  };
  // the widget reads no more of what a form gives it
  return <EntityRefWidget {...(widget as any)} />;
}

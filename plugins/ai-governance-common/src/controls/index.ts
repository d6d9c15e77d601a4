import { ControlView } from '../api/schemas';
import { requirementTitle } from '../frameworks';
import { Control, controlFamilies } from './Control';
import { documentationControls } from './documentation';
import { inventoryControls } from './inventory';
import { riskControls } from './risk';

export {
  controlFamilies,
  type Control,
  type ControlContext,
  type ControlFamily,
  type Finding,
} from './Control';

/** Every control of the suite. A new control is one entry in its family's file. */
export const controls: readonly Control[] = [
  ...inventoryControls,
  ...documentationControls,
  ...riskControls,
];

/** A control as the catalogue shows it. */
export function controlView(control: Control): ControlView {
  const { id, version, title, family, level, holdsWhen, appliesTo } = control;
  return {
    id,
    version,
    title,
    family,
    familyTitle: controlFamilies[family],
    level,
    holdsWhen,
    appliesTo,
    references: control.references.map(reference => ({
      ...reference,
      title: requirementTitle(reference.framework, reference.id) ?? '',
    })),
    remediation: control.remediation,
  };
}

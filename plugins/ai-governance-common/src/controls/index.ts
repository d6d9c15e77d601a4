import { ControlView } from '../api/schemas';
import { requirementTitle } from '../frameworks';
import { assuranceControls } from './assurance';
import { Control, controlFamilies } from './Control';
import { dataControls } from './data';
import { documentationControls } from './documentation';
import { inventoryControls } from './inventory';
import { operationControls } from './operations';
import { OrganizationControl, organizationControls } from './organization';
import { peopleControls } from './people';
import { policyControls } from './policy';
import { riskControls } from './risk';
import { vendorControls } from './vendor';
import { GovernancePolicy } from '../policy/schema';

export { sectionsAsked } from './sectionsAsked';
export {
  controlFamilies,
  remediationOf,
  type Asks,
  type Control,
  type ControlContext,
  type ControlFamily,
  type Finding,
} from './Control';
export {
  definedControl,
  stateViewFields,
  type ControlDefinition,
  type StateView,
} from './defined';
export { decisionEnds, decisionsByEntity } from './discovery';
export {
  evaluateOrganization,
  organizationControls,
  type OrganizationContext,
  type OrganizationControl,
  type OrganizationState,
} from './organization';

/** Every control of the suite that subjects are judged by. A new control is one entry in its family's file. */
export const controls: readonly Control[] = [
  ...inventoryControls,
  ...documentationControls,
  ...riskControls,
  ...dataControls,
  ...operationControls,
  ...vendorControls,
  ...peopleControls,
  ...assuranceControls,
  ...policyControls,
];

/** Controls with the levels that the policy gives them, where they differ from the catalogue's. */
export function controlsUnder<
  C extends Control | OrganizationControl = Control,
>(
  policy: Pick<GovernancePolicy, 'levels'>,
  some: readonly C[] = controls as readonly Control[] as readonly C[],
): readonly C[] {
  return some.map(control => ({
    ...control,
    level: policy.levels[control.id] ?? control.level,
  }));
}

/** Ids of all that a policy can set the level of. */
export const controlIds: readonly string[] = [
  ...controls,
  ...organizationControls,
].map(c => c.id);

/** A control as the catalogue shows it. */
export function controlView(
  control: Control | OrganizationControl,
): ControlView {
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

import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a subject of governance in permission decisions. */
export const RESOURCE_TYPE_SUBJECT = 'ai-governance-subject';

/** Reading the records and posture of a subject. The catalog's own read permission is asked as well, always. */
export const subjectReadPermission = createPermission({
  name: 'ai-governance.subject.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Appending a record to the stream of a subject. */
export const recordAppendPermission = createPermission({
  name: 'ai-governance.record.append',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Asking for a decision on a subject, confirming its entry, and reporting that a condition is met. */
export const decisionRequestPermission = createPermission({
  name: 'ai-governance.decision.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Deciding on a subject: approvals, acceptances, exemptions, other tiers. The policy says who holds the authority, on top of this. */
export const decisionMakePermission = createPermission({
  name: 'ai-governance.decision.make',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Writing down what a tester or auditor found of a subject. */
export const assuranceAppendPermission = createPermission({
  name: 'ai-governance.assurance.append',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Reading what other people have stated of themselves, and which courses they have completed. One's own may always be read. */
export const peopleReadPermission = createPermission({
  name: 'ai-governance.people.read',
  attributes: { action: 'read' },
});

/** Recording which courses other people have completed, one at a time or from a file. Nobody records their own. */
export const trainingAppendPermission = createPermission({
  name: 'ai-governance.training.append',
  attributes: { action: 'create' },
});

/** Erasing the data of a revision by a recorded redaction. */
export const recordRedactPermission = createPermission({
  name: 'ai-governance.record.redact',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_SUBJECT,
});

/** Verifying the ledger as a whole. */
export const ledgerVerifyPermission = createPermission({
  name: 'ai-governance.ledger.verify',
  attributes: { action: 'read' },
});

/** Having the catalog swept now, and taking what vanished from it as gone. */
export const inventorySweepPermission = createPermission({
  name: 'ai-governance.inventory.sweep',
  attributes: { action: 'update' },
});

/** Reading what became of the registers that the catalog imports: counts, and the rows that were refused or not understood. */
export const importsReadPermission = createPermission({
  name: 'ai-governance.imports.read',
  attributes: { action: 'read' },
});

/** Reading how what runs by itself is doing: the queue, sweeps, files, notifications, the verification of the ledger. Its counts are of everything. */
export const healthReadPermission = createPermission({
  name: 'ai-governance.health.read',
  attributes: { action: 'read' },
});

/** Reading the records of the organization's management system, and figures over all that it governs. */
export const organizationReadPermission = createPermission({
  name: 'ai-governance.organization.read',
  attributes: { action: 'read' },
});

/** Writing objectives, management reviews, corrective actions and what applies, of the organization. */
export const organizationAppendPermission = createPermission({
  name: 'ai-governance.organization.append',
  attributes: { action: 'create' },
});

/** Writing audits, and verifying the corrective actions of the organization. */
export const organizationAssurePermission = createPermission({
  name: 'ai-governance.organization.assure',
  attributes: { action: 'create' },
});

/** Registering an AI system that has no repository. Revising it takes what revising any record of it takes. */
export const systemRegisterPermission = createPermission({
  name: 'ai-governance.system.register',
  attributes: { action: 'create' },
});

/** Having an agent read and append on one's behalf. What it reads and appends takes the permissions of that as well. */
export const agentUsePermission = createPermission({
  name: 'ai-governance.agent.use',
  attributes: {},
});

export const aiGovernancePermissions = [
  subjectReadPermission,
  recordAppendPermission,
  decisionRequestPermission,
  decisionMakePermission,
  assuranceAppendPermission,
  recordRedactPermission,
  peopleReadPermission,
  trainingAppendPermission,
  ledgerVerifyPermission,
  inventorySweepPermission,
  importsReadPermission,
  healthReadPermission,
  organizationReadPermission,
  organizationAppendPermission,
  organizationAssurePermission,
  systemRegisterPermission,
  agentUsePermission,
];

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

export const aiGovernancePermissions = [
  subjectReadPermission,
  recordAppendPermission,
  recordRedactPermission,
  ledgerVerifyPermission,
  inventorySweepPermission,
  importsReadPermission,
];

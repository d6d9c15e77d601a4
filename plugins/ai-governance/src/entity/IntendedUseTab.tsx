import { intendedUse } from 'backstage-plugin-ai-governance-common';
import { DocumentTab } from '../records';

/** What the system of this page is for, who uses it, and where it fails. */
export function IntendedUseTab() {
  return (
    <DocumentTab
      type={intendedUse}
      empty={{
        title: 'Nobody has written the intended use yet',
        text: 'Say what the system is for, who uses it, what it must not be used for and where it fails. People who meet its output rely on this page.',
        action: 'Write the intended use',
      }}
    />
  );
}

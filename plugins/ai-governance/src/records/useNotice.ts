import { alertApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { sayAloud } from './sayAloud';

/** Says that something was done: as a toast, or as an alert in a portal of the legacy frontend system, which has no toasts. */
export function useNotice(): (text: string) => void {
  const apis = useApiHolder();
  return text => {
    const toasts = apis.get(toastApiRef);
    if (toasts) {
      toasts.post({ title: text, status: 'success', timeout: 5000 });
      // a toast is seen, and in no live region
      sayAloud(text);
    } else {
      apis.get(alertApiRef)?.post({
        message: text,
        severity: 'success',
        display: 'transient',
      });
    }
  };
}

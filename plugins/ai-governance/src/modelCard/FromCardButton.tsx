import { useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import { useTexts } from '../translation';

/** Opens the import of a model card. Gets the focus back when that is closed. */
export function FromCardButton(props: { open: boolean; onOpen: () => void }) {
  const t = useTexts();
  const { open, onOpen } = props;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <Button
      ref={button}
      variant="outlined"
      size="small"
      aria-expanded={open}
      disabled={open}
      onClick={onOpen}
    >
      {t('modelCard.open')}
    </Button>
  );
}

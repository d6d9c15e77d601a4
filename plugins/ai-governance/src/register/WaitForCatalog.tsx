import { useEffect, useRef, useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { aiGovernanceApiRef } from '../api';
import { NextStep } from '../components';
import { useTexts } from '../translation';

const EVERY_MS = 1_000;
/** The catalog reads by itself every few minutes, if the event that says that there is something was missed. */
const PATIENCE_MS = 60_000;

/** Until the catalog says of an entity what is expected; then it is taken into the inventory, so that its page shows it at once. */
export function WaitForCatalog(props: {
  entityRef: string;
  /** What is awaited, as a sentence. */
  text: string;
  expected: (entity: Entity | undefined) => boolean;
  onDone: () => void;
}) {
  const t = useTexts();
  const catalog = useApi(catalogApiRef);
  const api = useApi(aiGovernanceApiRef);
  const [late, setLate] = useState(false);
  const [turn, setTurn] = useState(0);
  const { entityRef, text } = props;
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const deadline = Date.now() + PATIENCE_MS;
    const look = async () => {
      // by reference among others: one that is missing is an answer, and no error in the console
      const entity = await catalog
        .getEntitiesByRefs({ entityRefs: [entityRef] })
        .then(({ items }) => items[0])
        .catch(() => undefined);
      if (left) return;
      if (latest.current.expected(entity)) {
        // only so that the page is fresh; it asks for the same itself
        if (entity) await api.refresh(entityRef).catch(() => undefined);
        if (!left) latest.current.onDone();
      } else if (Date.now() > deadline) setLate(true);
      else timer = setTimeout(look, EVERY_MS);
    };
    look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [api, catalog, entityRef, turn]);

  if (late) {
    return (
      <NextStep
        title={t('register.wait.title')}
        text={t('register.wait.text')}
        action={
          <Button
            variant="outlined"
            onClick={() => {
              setLate(false);
              setTurn(turn + 1);
            }}
          >
            {t('register.wait.again')}
          </Button>
        }
      />
    );
  }
  return (
    <div role="status">
      <Typography paragraph>{text}</Typography>
      <LinearProgress aria-label={text} />
    </div>
  );
}

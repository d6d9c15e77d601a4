import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ThreatModel,
  threatModel,
} from 'backstage-plugin-ai-governance-common';
import {
  FieldFacts,
  fieldsOf,
  formSchemaOf,
  inWords,
  partOf,
  RecordReader,
} from '../../records';
import { useTexts } from '../../translation';
import { SourceChips } from './library/SourceChips';

const useStyles = makeStyles(theme => ({
  threat: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

// in the heading of a threat, or shown as chips
const shown = ['title', 'kind', 'sources'];

/** A threat model: what it looks at, and each threat with what it is known as and what stands against it. */
export function ThreatReader({ model }: { model: ThreatModel }) {
  const t = useTexts();
  const classes = useStyles();
  const schema = formSchemaOf(threatModel);
  const threat = fieldsOf(schema.properties?.threats.items ?? {});
  return (
    <>
      <RecordReader
        schema={partOf(schema, ['scope', 'assets', 'entryPoints'])}
        data={model}
      />
      <Typography variant="h6" component="h3" gutterBottom>
        {t('entity.threats.title')}
      </Typography>
      {model.threats.length === 0 && (
        <Typography color="textSecondary">
          {t('entity.threats.none')}
        </Typography>
      )}
      {model.threats.map(one => (
        <section key={one.id} className={classes.threat}>
          <Typography variant="subtitle1" component="h4">
            {one.title}{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              {inWords(one.kind)}
            </Typography>
          </Typography>
          {one.sources && one.sources.length > 0 && (
            <SourceChips
              ids={one.sources}
              label={t('entity.risk.knownAsOf', { title: one.title })}
            />
          )}
          <FieldFacts
            fields={threat.filter(f => !shown.includes(f.key))}
            data={one}
          />
        </section>
      ))}
    </>
  );
}

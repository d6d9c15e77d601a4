import { cleanText } from '../../text';
import { Origin } from '../ModelCard';
import { saysNothing } from '../saysNothing';
import { Found, Statement, Target } from '../Statement';

/** Keys of the front matter that say something here. Source: https://huggingface.co/docs/hub/model-cards, "Model card metadata". */
const keys: Readonly<Record<string, Target>> = {
  model_name: 'fact.name',
  model_creator: 'fact.developer',
  pipeline_tag: 'fact.task',
  license_name: 'fact.license',
  license: 'fact.license',
  base_model: 'fact.baseModel',
  datasets: 'fact.dataset',
};

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap(item =>
    typeof item === 'string' || typeof item === 'number'
      ? [cleanText(String(item))]
      : [],
  );

/** @param text - the whole card, to say in which line a key stands */
export function readFrontMatter(
  data: Record<string, unknown>,
  text: string,
): Found {
  const found: Found = { statements: [], leftOut: [] };
  const linesOfText = text.split('\n');
  const originOf = (key: string): Origin => {
    const line = linesOfText.findIndex(l => l.startsWith(`${key}:`)) + 1;
    return {
      where: `front matter › ${key}`,
      ...(line > 0 && { lines: [line, line] }),
    };
  };
  const take = (target: Target, key: string, value: unknown) => {
    for (const said of textsIn(value)) {
      const origin = originOf(key);
      const statement: Statement = { target, text: said, origin };
      if (!saysNothing(said)) found.statements.push(statement);
      else found.leftOut.push({ origin, reason: 'says-nothing', text: said });
    }
  };
  for (const [key, target] of Object.entries(keys)) {
    if (Object.hasOwn(data, key)) take(target, key, data[key]);
  }
  const index = data['model-index'];
  if (Array.isArray(index)) take('fact.name', 'model-index', index[0]?.name);
  const others = Object.keys(data).filter(
    key => !(key in keys) && key !== 'model-index',
  );
  if (Array.isArray(index) && index[0]?.results) others.push('model-index');
  for (const key of others) {
    found.leftOut.push({ origin: originOf(key), reason: 'no-field' });
  }
  return found;
}

import { targetWithin, titleKey, TitleTarget } from '../titles';
import { labelOf } from './labels';
import { MdNode } from './parseMarkdown';
import { CardSection } from './sections';
import { CardText } from './writtenOut';

/** Nodes that belong together: those of the section, or those behind a label in it. */
export interface Run {
  target?: TitleTarget;
  label?: string;
  /** Where the text behind the label begins. */
  from?: number;
  nodes: MdNode[];
}

/** Splits a section at its labels that lead elsewhere. A label that leads nowhere ends what is behind the one before it. */
export function runsOf(section: CardSection, { source }: CardText): Run[] {
  const { target } = section;
  const runs: Run[] = [{ target, nodes: [] }];
  for (const node of section.nodes) {
    const label = labelOf(node, source);
    const led = label && targetWithin(label.title, target);
    const last = runs[runs.length - 1];
    if (label && led !== undefined) {
      runs.push({
        target: led,
        label: label.title,
        from: label.from,
        nodes: [node],
      });
    } else if (label?.certain && titleKey(label.title) !== 'note') {
      // of the section again, but no part of what the model is
      const of = target === 'fact.description' ? undefined : target;
      if (last.label === undefined && last.target === of) last.nodes.push(node);
      else runs.push({ target: of, nodes: [node] });
    } else last.nodes.push(node);
  }
  return runs.filter(({ nodes }) => nodes.length > 0);
}

import { TextSource } from '../components';
import { Texts, useTexts } from '../translation';

/** As many bytes as the longest card has characters, and no more is read into memory. */
const LARGEST_FILE = 3_000_000;

const textOf = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });

async function read(t: Texts, file: File): Promise<string> {
  if (file.size > LARGEST_FILE) {
    throw new Error(t('modelCard.source.tooLarge', { file: file.name }));
  }
  try {
    return await textOf(file);
  } catch {
    throw new Error(t('modelCard.source.unreadable', { file: file.name }));
  }
}

/** A card from a file of this computer, or pasted. */
export function CardSource(props: {
  id: string;
  onText: (text: string, name?: string) => void;
}) {
  const t = useTexts();
  return (
    <TextSource
      {...props}
      fileLabel={t('modelCard.source.file')}
      choose={t('modelCard.source.choose')}
      accept=".md,.markdown,.txt,.json,.cdx,text/markdown,application/json"
      pasteLabel={t('modelCard.source.paste')}
      formats={t('modelCard.source.formats')}
      read={file => read(t, file)}
    />
  );
}

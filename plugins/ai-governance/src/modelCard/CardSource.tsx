import { TextSource } from '../components';

/** As many bytes as the longest card has characters, and no more is read into memory. */
const LARGEST_FILE = 3_000_000;

const textOf = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });

async function read(file: File): Promise<string> {
  if (file.size > LARGEST_FILE) {
    throw new Error(`${file.name} is larger than 3 MB, which no card is.`);
  }
  try {
    return await textOf(file);
  } catch {
    throw new Error(`${file.name} could not be read. Choose it again.`);
  }
}

/** A card from a file of this computer, or pasted. */
export function CardSource(props: {
  id: string;
  onText: (text: string, name?: string) => void;
}) {
  return (
    <TextSource
      {...props}
      fileLabel="File with the model card"
      choose="Choose a file"
      accept=".md,.markdown,.txt,.json,.cdx,text/markdown,application/json"
      pasteLabel="Text of the model card"
      formats="Markdown as on Hugging Face, or JSON: CycloneDX, SPDX 3, Model Card Toolkit."
      read={read}
    />
  );
}

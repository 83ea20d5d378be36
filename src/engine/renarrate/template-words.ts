import type { Piece } from '../edition/phrase';
import type { ResolvedSentence, ResolvedText } from '../edition/resolve-text';

/**
 * The words that a text of this edition consists of, names and numbers apart: whatever else stands before a figure says which one
 * it is. The longest come first.
 */
export function templateWords(text: ResolvedText): readonly string[] {
  const found = new Set<string>();
  const add = (words: string): void => {
    if (words !== '') found.add(words);
  };
  const addPieces = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) if (piece.say === 'words') add(piece.text);
  };
  const addSentences = (says: readonly ResolvedSentence[]): void => {
    for (const sentence of says) addSentence(sentence);
  };
  const addSentence = (sentence: ResolvedSentence): void => {
    switch (sentence.kind) {
      case 'sentence':
        return addPieces(sentence.pieces);
      case 'each':
        addPieces(sentence.lead);
        addPieces(sentence.none ?? []);
        return addSentences(sentence.says);
      case 'joined':
        addPieces(sentence.before);
        add(sentence.between);
        addPieces(sentence.after);
        return addSentences(sentence.says);
      case 'choice':
        addSentences(sentence.says);
        return addSentences(sentence.otherwise);
      case 'part':
        addPieces(sentence.heading);
        return addSentences(sentence.says);
    }
  };
  for (const { heading, says } of [...text.facts, ...text.sections]) {
    addPieces(heading);
    addSentences(says);
  }
  const { phrases } = text.declared;
  const { amount, nothing, path, count, change, changeBrief, changeOfCount, share, shareTooSmall } = phrases;
  const { reason, countedReasons } = phrases;
  const changes = [change, changeBrief, changeOfCount].flatMap((words) => Object.values<string>(words));
  for (const template of [amount, nothing, path, count, share, shareTooSmall, reason, countedReasons, ...changes])
    template.split(/\{[^{}]*\}/).forEach(add);
  return [...found].sort((one, other) => other.length - one.length);
}

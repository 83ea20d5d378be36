import type { ResolvedEdition } from '../edition/resolve';
import type { ResolvedSentence } from '../edition/resolve-text';
import { membersWithMoney } from '../narrate/members';
import { scopeAt, type Member, type Members } from '../scope/scope';
import type { Source } from '../source/source';

/**
 * The projects (members of an open dimension) that the text of an edition speaks of one by one: those of which their facts are
 * asked, in the order of the text.
 */
export function projectsAsked(edition: ResolvedEdition, now: Source): readonly Member[] {
  const { text, dimensions } = edition;
  if (!text) return [];
  const found = new Set<Member>();
  const look = (says: readonly ResolvedSentence[], scope: Members): void => {
    for (const sentence of says) {
      switch (sentence.kind) {
        case 'sentence':
          break;
        case 'choice':
          look([...sentence.says, ...sentence.otherwise], scope);
          break;
        case 'joined':
          look(sentence.says, scope);
          break;
        case 'part':
          look(sentence.says, scopeAt(scope, sentence.scope).at);
          break;
        case 'each': {
          const { declared } = sentence;
          const around = scopeAt(scope, declared.scope ?? {}).at;
          if (dimensions.byId.get(declared.each)?.kind !== 'open') {
            look(sentence.says, around);
            break;
          }
          const along = { dimension: declared.each, level: declared.level };
          for (const { member } of membersWithMoney(now, dimensions, around, along, text.declared.phrases.decimals))
            found.add(member);
        }
      }
    }
  };
  for (const section of text.sections) look(section.says, section.declared.scope ?? {});
  return [...found];
}

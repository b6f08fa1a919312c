import { TextInput } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSigner } from '../../parts/signer.ts';

/** Who signs the decisions of this page. */
export function SignerInput() {
  const { t } = useTexts();
  const [signer, setSigner] = useSigner();
  return (
    <TextInput
      label={t('part.signer')}
      description={t('part.signer-hint')}
      value={signer}
      onChange={(event) => setSigner(event.currentTarget.value)}
      maw={320}
    />
  );
}

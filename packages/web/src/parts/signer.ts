import { useLocalStorage } from '@mantine/hooks';

/** Who signs decisions; remembered in this browser only. */
export function useSigner(): readonly [string, (name: string) => void] {
  const [name, setName] = useLocalStorage({ key: 'aftermine.signer', defaultValue: '' });
  return [name, setName];
}

/** The place and the first letters of the hash at which a journal stands: who has noted them sees if anything before is changed. */
export function Head({ sequence, hash }: { sequence: bigint; hash: string }) {
  return (
    <bdi dir="ltr" title={hash}>
      {String(sequence)} · {hash.slice(0, 16)}
    </bdi>
  )
}

namespace HomelabPortal.Kubernetes;

/// <summary>Some bytes the program wrote. They are good until the next read.</summary>
/// <param name="Channel">Output or Errors.</param>
public readonly record struct ExecPiece(ExecChannel Channel, ReadOnlyMemory<byte> Bytes);

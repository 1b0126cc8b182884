namespace HomelabPortal.Docker;

/// <summary>Bytes a command has printed. They may end inside a character.</summary>
/// <param name="Stream">Where; always the output with a terminal.</param>
/// <param name="Bytes">The bytes; valid until the next read.</param>
public readonly record struct TerminalChunk(LogStream Stream, ReadOnlyMemory<byte> Bytes);

using System.Collections.Immutable;

namespace HomelabPortal.Access.Backups;

/// <summary>The copies there are, newest first.</summary>
public sealed record BackupState(ImmutableArray<BackupInfo> Copies)
{
    public static BackupState Empty { get; } = new([]);
}

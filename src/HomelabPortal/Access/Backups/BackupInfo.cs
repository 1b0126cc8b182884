namespace HomelabPortal.Access.Backups;

/// <summary>A copy of the database.</summary>
/// <param name="Sha256">Null for a copy that was made before a migration and not checked.</param>
public sealed record BackupInfo(string Name, DateTimeOffset At, long Bytes, string? Sha256);

using HomelabPortal.Platform;

namespace HomelabPortal.Access.Backups;

/// <summary>No copy was made; the message says why.</summary>
internal sealed class BackupException(string message) : Exception(message), IExplainedFault;

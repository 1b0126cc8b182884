namespace HomelabPortal.Lab;

internal static partial class LabLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Kubernetes is not connected: {Fault}")]
    public static partial void KubeconfigFault(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Lab mode {Mode}, data in {Directory}, SQLite {SqliteVersion}")]
    public static partial void Ready(ILogger logger, LabMode mode, string directory, string sqliteVersion);
}

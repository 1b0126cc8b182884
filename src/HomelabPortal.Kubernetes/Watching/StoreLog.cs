using Microsoft.Extensions.Logging;

namespace HomelabPortal.Kubernetes;

internal static partial class StoreLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A reader of the {Kind} store failed on a change")]
    public static partial void ReaderFailed(ILogger logger, Exception exception, string kind);
}

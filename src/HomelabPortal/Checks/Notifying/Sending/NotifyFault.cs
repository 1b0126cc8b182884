using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>A message was not taken; the text is for a person and holds nothing secret.</summary>
/// <param name="retryAfter">How long the service wants to be left alone; null when it did not say.</param>
internal sealed class NotifyFault(string message, TimeSpan? retryAfter = null) : Exception(message), IExplainedFault
{
    public TimeSpan? RetryAfter => retryAfter;
}
